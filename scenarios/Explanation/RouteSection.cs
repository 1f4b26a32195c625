using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>Where the configuration sends the alert, and what inhibits it there.</summary>
internal static class RouteSection
{
    /// <summary>Writes it; nothing where the configuration has no rule for the alert, since nothing is known of its labels then.</summary>
    public static void Write(Sheet sheet, ExplainedAlert alert)
    {
        var alertmanager = alert.Configuration.Alertmanager;
        foreach (var labels in LabelsOf(alert))
        {
            sheet.Section("Route", $"in {alert.ConfigurationName}/{alertmanager.File.Name}, by the labels that its rule and Prometheus set: {string.Join(", ", labels.Select(l => $"{l.Key}=\"{l.Value}\""))}");
            foreach (var end in new RouteTree(alertmanager).Match(labels))
            {
                WriteEnd(sheet, alertmanager, end);
            }

            foreach (var rule in new Inhibition(alertmanager.InhibitRules).TargetsFor(labels))
            {
                sheet.Row("inhibited by", $"{string.Join(", ", rule.Source)}, where {Equal(rule)} the same", FormattableString.Invariant($"{rule.Position.File}:{rule.Position.Line}"));
            }
        }
    }

    // External labels are added to every alert that Prometheus sends; a rule's own win.
    private static IEnumerable<Dictionary<string, string>> LabelsOf(ExplainedAlert alert) =>
        from file in alert.Configuration.RuleFiles
        from @group in file.Groups
        from rule in @group.Rules
        where rule.Name == alert.Contract.Alert
        select new Dictionary<string, string>(alert.Configuration.Prometheus.ExternalLabels.SetItems(@group.LabelsOf(rule)).SetItem("alertname", rule.Name), StringComparer.Ordinal);

    private static void WriteEnd(Sheet sheet, AlertmanagerFile alertmanager, RoutedTo end)
    {
        var route = end.Route;
        sheet.Row("route", end.Path, FormattableString.Invariant($"{route.Position.File}:{route.Position.Line}"));
        sheet.Row("times", $"group_wait {Numbers.Duration(route.GroupWait)}, group_interval {Numbers.Duration(route.GroupInterval)}, repeat_interval {Numbers.Duration(route.RepeatInterval)}, group_by {string.Join(", ", route.GroupBy)}");
        foreach (var receiver in alertmanager.Receivers.Where(r => r.Name == end.Receiver))
        {
            sheet.Row("receiver", receiver.Name, FormattableString.Invariant($"{receiver.Position.File}:{receiver.Position.Line}"));
            foreach (var integration in receiver.Integrations)
            {
                sheet.Row("sends to", $"{integration.Kind} {integration.Address}, {(integration.SendsResolved ? "resolutions too" : "no resolutions")}");
                foreach (var (name, value) in integration.Settings.Where(s => s.Value.Contains("{{", StringComparison.Ordinal)))
                {
                    sheet.Row($"  {name}", value);
                }
            }
        }
    }

    private static string Equal(InhibitRule rule) => rule.Equal.Length switch
    {
        0 => "nothing need be",
        1 => $"{rule.Equal[0]} is",
        _ => $"{string.Join(" and ", rule.Equal)} are",
    };
}
