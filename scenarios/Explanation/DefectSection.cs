using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Explanation;

/// <summary>What the configuration's ledger foretells about an alert, with its mend.</summary>
internal static class DefectSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Sheet sheet, ExplainedAlert alert)
    {
        sheet.Section("Known defects", $"{alert.ConfigurationName}/{KnownDefects.FileName}");
        var entries = EntriesOf(alert).ToList();
        if (entries.Count == 0)
        {
            sheet.Text("none about this alert");
        }

        entries.ForEach(e => Write(sheet, e));
    }

    /// <summary>Writes an entry.</summary>
    public static void Write(Sheet sheet, KnownDefect entry)
    {
        sheet.Row(entry.Stage, entry.Id, FormattableString.Invariant($"line {entry.Position.Line}"));
        sheet.Row("  seen", entry.Evidence);
        sheet.Row("  why", entry.Explanation);
        sheet.Row("  mend", entry.Mend);
        if (!entry.FoundBy.IsEmpty)
        {
            sheet.Row("  found by", $"{string.Join(", ", entry.FoundBy.Select(f => f.Check))}: ./validate explain {entry.FoundBy[0].Check}");
        }
    }

    // An entry of several subjects is told once.
    private static IEnumerable<KnownDefect> EntriesOf(ExplainedAlert alert) => alert.Configuration.KnownDefects.Entries
        .Where(e => e.Alerts is { } alerts ? alerts.Contains(alert.Contract.Alert) : IsAbout(e.Subject, alert.Contract))
        .DistinctBy(e => e.Id);

    private static bool IsAbout(string subject, AlertContract contract) =>
        subject == contract.Alert || contract.Receivers.Any(r => r.Name == subject) || contract.Signal.Metrics.Contains(subject);
}
