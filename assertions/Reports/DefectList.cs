using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using Spectre.Console;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Writes what is wrong, new defects first, then those of the ledger, then what was not proved, and why.</summary>
public sealed class DefectList(IAnsiConsole console)
{
    /// <summary>Writes the list; nothing when nothing is wrong.</summary>
    /// <param name="run">Result.</param>
    public void Write(RunResult run)
    {
        var stages = run.Alerts.SelectMany(a => a.Stages.Select(s => (Alert: a.Alert, Stage: s))).ToArray();
        Section("New defects", "red bold",
        [
            .. stages.Where(s => s.Stage is { Outcome: Outcome.Fail, KnownDefect: null }).Select(s => (Heading(s.Alert, s.Stage), s.Stage.Detail)),
            .. run.Findings.Where(f => f is { Severity: "error", KnownDefect: null, Check: not FindingEntry.NoLongerReproduces }).Select(f => (Heading(f), Text(f))),
        ]);
        Section("Ledger entries that no longer reproduce", "red bold", [.. run.Findings.Where(f => f.Check == FindingEntry.NoLongerReproduces).Select(f => (f.Subject, f.Message))]);
        Section("Known defects", "yellow",
        [
            .. stages.Where(s => s.Stage is { Outcome: Outcome.Fail, KnownDefect: not null }).Select(s => ($"{s.Stage.KnownDefect}: {Heading(s.Alert, s.Stage)}", s.Stage.Detail)),
            .. run.Findings.Where(f => f.KnownDefect is not null).Select(f => ($"{f.KnownDefect}: {Heading(f)}", Text(f))),
        ]);
        Section("Inconclusive", "magenta",
            [.. stages.Where(s => s.Stage.Outcome == Outcome.Inconclusive).Select(s => (Heading(s.Alert, s.Stage), s.Stage.Detail))]);
        Section("Other findings", "grey",
            [.. run.Findings.Where(f => f.Severity != "error" && f.KnownDefect is null).Select(f => ($"{f.Severity}: {Heading(f)}", Text(f)))]);
        Section("Disturbances", "magenta", [.. run.Disturbances.Select(d => (d, ""))]);
    }

    private void Section(string title, string style, (string Heading, string Text)[] entries)
    {
        if (entries.Length == 0)
        {
            return;
        }

        ReportLine.Write(console, "");
        ReportLine.Write(console, $"{title} ({entries.Length})", style);
        foreach (var (heading, text) in entries)
        {
            ReportLine.Write(console, heading, null, 2);
            if (text.Length > 0)
            {
                ReportLine.Write(console, text, "grey", 6);
            }
        }
    }

    private static string Heading(string alert, StageEntry stage) => $"{alert} / {Names.Of(stage.Stage)}";

    private static string Heading(FindingEntry finding) =>
        $"{finding.Check} {finding.Subject} ({finding.File}{(finding.Line is { } line ? FormattableString.Invariant($":{line}") : "")})";

    private static string Text(FindingEntry finding) => finding.Fix is { Length: > 0 } fix ? $"{finding.Message}. Fix: {fix}" : finding.Message;
}
