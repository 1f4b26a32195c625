using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Recipients;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Who hears of an alert, as <c>check.json</c> has it; durations are documented seconds.</summary>
internal sealed record RecipientsEntry(string Alert, string File, int Line, ImmutableArray<RecipientsEntry.RecipientEntry> Recipients, ImmutableArray<RecipientsEntry.InhibitorEntry> Inhibitors)
{
    public static RecipientsEntry Of(AlertRecipients alert) => new(
        alert.Alert, alert.Position.File, alert.Position.Line, [.. alert.Recipients.Select(RecipientEntry.Of)], [.. alert.Inhibitors.Select(InhibitorEntry.Of)]);

    internal sealed record RecipientEntry(
        string Receiver, bool Certain, ImmutableArray<string> SendsTo, string Route, string File, int Line, ImmutableArray<string> GroupedBy,
        double AfterSeconds, double GroupIntervalSeconds, double RepeatSeconds, ImmutableArray<string> MutedIn, ImmutableArray<string> ActiveIn)
    {
        public static RecipientEntry Of(Recipient recipient) => new(
            recipient.Route.Receiver, recipient.IsCertain, recipient.SendsTo, recipient.Path, recipient.Route.Position.File, recipient.Route.Position.Line, recipient.GroupedBy,
            recipient.After.TotalSeconds, recipient.Route.GroupInterval.TotalSeconds, recipient.Route.RepeatInterval.TotalSeconds,
            [.. recipient.Route.MuteTimeIntervals.Select(i => i.Value)], [.. recipient.Route.ActiveTimeIntervals.Select(i => i.Value)]);
    }

    internal sealed record InhibitorEntry(string Rule, string File, int Line, ImmutableArray<string> Sources, ImmutableArray<string> Equal)
    {
        public static InhibitorEntry Of(Inhibitor inhibitor) => new(inhibitor.Name, inhibitor.Rule.Position.File, inhibitor.Rule.Position.Line, inhibitor.Sources, inhibitor.Rule.Equal);
    }
}
