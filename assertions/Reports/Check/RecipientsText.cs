using NovaCron.Validation.Assertions.Checks.Routes;
using NovaCron.Validation.Assertions.Recipients;
using NovaCron.Validation.Assertions.Timelines;
using Spectre.Console;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Writes for people who hears of each alert.</summary>
internal sealed class RecipientsText(IAnsiConsole console)
{
    /// <summary>Writes it.</summary>
    public void Write(IReadOnlyList<AlertRecipients> alerts)
    {
        ReportLine.Write(console, "");
        ReportLine.Write(console, alerts.Count == 0 ? "Who is told: there is no alerting rule, or no alertmanager.yml" : $"Who is told ({alerts.Count})", "bold");
        foreach (var alert in alerts)
        {
            ReportLine.Write(console, "");
            ReportLine.Write(console, $"{alert.Position}  {alert.Alert}", "bold", 2);
            foreach (var recipient in alert.Recipients)
            {
                Write(recipient);
            }

            foreach (var inhibitor in alert.Inhibitors)
            {
                ReportLine.Write(console, $"inhibited by {RouteText.List(inhibitor.Sources)} ({inhibitor.Rule.Position}{Equal(inhibitor)})", null, 4);
            }
        }
    }

    private void Write(Recipient recipient)
    {
        var route = recipient.Route;
        ReportLine.Write(console, $"{(recipient.IsCertain ? "" : "perhaps ")}{route.Receiver} ({(recipient.SendsTo.IsEmpty ? "sends to nobody" : string.Join(", ", recipient.SendsTo))})", null, 4);
        ReportLine.Write(
            console,
            $"after {Numbers.Duration(recipient.After)}, {Group(recipient)}; changes after {Numbers.Duration(route.GroupInterval)}, again every {Numbers.Duration(route.RepeatInterval)}{Muted(recipient)}", null, 6);
        ReportLine.Write(console, $"{recipient.Path}, {route.Position}", "grey", 6);
    }

    private static string Group(Recipient recipient) => recipient.Route.GroupsByAll ? "each alert alone"
        : recipient.GroupedBy.IsEmpty ? "with all others of the route"
        : $"with others of the same {string.Join(", ", recipient.GroupedBy)}";

    private static string Muted(Recipient recipient) =>
        (recipient.Route.MuteTimeIntervals.IsEmpty ? "" : $"; not in {string.Join(", ", recipient.Route.MuteTimeIntervals.Select(i => i.Value))}")
        + (recipient.Route.ActiveTimeIntervals.IsEmpty ? "" : $"; only in {string.Join(", ", recipient.Route.ActiveTimeIntervals.Select(i => i.Value))}");

    private static string Equal(Inhibitor inhibitor) => inhibitor.Rule.Equal.IsEmpty ? "" : $", of the same {string.Join(", ", inhibitor.Rule.Equal)}";
}
