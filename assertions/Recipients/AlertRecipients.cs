using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Recipients;

/// <summary>Who hears of an alert, over all label sets that it can carry.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Position">Where its rule stands.</param>
/// <param name="Recipients">Who is told, in the order of the routes; none where the configuration has no <c>alertmanager.yml</c>.</param>
/// <param name="Inhibitors">What may keep it from being told, in the order of the inhibition rules.</param>
public sealed record AlertRecipients(string Alert, SourcePosition Position, ImmutableArray<Recipient> Recipients, ImmutableArray<Inhibitor> Inhibitors)
{
    /// <summary>Works it out for every alerting rule of a configuration, in the order of the files.</summary>
    public static ImmutableArray<AlertRecipients> Of(CheckSubject subject)
    {
        var inhibitors = Inhibitor.ByTarget(subject);
        return [.. subject.Routed.All.Select(r => new AlertRecipients(r.Alert, r.Rule.Rule.Position, Recipient.Of(subject, r), [.. inhibitors[r.Rule]]))];
    }
}
