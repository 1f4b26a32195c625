using System.Globalization;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Mutations;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using Spectre.Console;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Writes findings for people: each with its line quoted and its place underlined, what fails the check first.</summary>
public sealed class CheckText(IAnsiConsole console)
{
    private const int Tab = 4;

    /// <summary>Writes all of it; the last line counts.</summary>
    public void Write(CheckResult result)
    {
        var lines = result.Findings.Select(f => f.Position.File).Distinct().Where(result.Files.ContainsKey).ToDictionary(f => f, f => new TextLines(result.Files[f]), StringComparer.Ordinal);
        Section("Known defects", "yellow", result, lines, f => f.KnownDefect is not null);
        Section("Worth knowing", "blue", result, lines, f => f is { KnownDefect: null, Severity: Severity.Info });
        Section("Warnings", "yellow bold", result, lines, f => f is { KnownDefect: null, Severity: Severity.Warning });
        Section("Errors", "red bold", result, lines, f => f is { KnownDefect: null, Severity: Severity.Error });
        if (result.Recipients is { } recipients)
        {
            new RecipientsText(console).Write(recipients);
        }

        if (result.Against is { } against)
        {
            Write(against);
        }

        if (result.Mutation is { } mutation)
        {
            Write(mutation);
        }

        ReportLine.Write(console, "");
        ReportLine.Write(console, Count(result));
    }

    private void Write(Comparison against)
    {
        ReportLine.Write(console, "");
        ReportLine.Write(console, against.Differences.IsEmpty
            ? $"For the people on call nothing is other than in {against.Name}"
            : $"For the people on call, against {against.Name} ({against.Differences.Length})", "bold");
        foreach (var difference in against.Differences)
        {
            ReportLine.Write(console, $"{difference.Subject}: {difference.Message}", null, 2);
            ReportLine.Write(console, $"{difference.Kind}, {difference.Position}", "grey", 6);
        }
    }

    private void Write(MutationResult mutation)
    {
        ReportLine.Write(console, "");
        ReportLine.Write(console, string.Create(
            CultureInfo.InvariantCulture,
            $"Edits: {mutation.Mutants.Length} tried, {mutation.Caught.Count()} noticed, {mutation.Equivalent.Count()} that change nothing, {mutation.Missed.Count()} unnoticed: a score of {mutation.Score:P1}"), "bold");
        foreach (var missed in mutation.Missed)
        {
            ReportLine.Write(console, $"unnoticed: {missed.Mutant}", "red", 2);
        }

        foreach (var equivalent in mutation.Equivalent)
        {
            ReportLine.Write(console, $"no change: {equivalent.Mutant}: {equivalent.EquivalentBecause}", "grey", 2);
        }
    }

    private void Section(string title, string style, CheckResult result, IReadOnlyDictionary<string, TextLines> lines, Func<Finding, bool> belongs)
    {
        var findings = result.Findings.Where(belongs).ToList();
        if (findings.Count == 0)
        {
            return;
        }

        ReportLine.Write(console, "");
        ReportLine.Write(console, $"{title} ({findings.Count})", style);
        foreach (var finding in findings)
        {
            Write(finding, lines, style);
        }
    }

    private void Write(Finding finding, IReadOnlyDictionary<string, TextLines> files, string style)
    {
        ReportLine.Write(console, "");
        ReportLine.Write(console, $"{finding.Position}  {finding.Check}{(finding.KnownDefect is { } known ? $"  [{known}]" : "")}", style, 2);
        Quote(finding, files, style);
        ReportLine.Write(console, $"{finding.Subject}: {finding.Message}", null, 4);
        if (finding.Fix is { } fix)
        {
            ReportLine.Write(console, $"mend: {fix}", "green", 4);
        }
    }

    private void Quote(Finding finding, IReadOnlyDictionary<string, TextLines> files, string style)
    {
        if (files.GetValueOrDefault(finding.Position.File) is not { } lines || finding.Position.Line > lines.Count)
        {
            return;
        }

        var number = finding.Position.Line.ToString(CultureInfo.InvariantCulture);
        var line = lines[finding.Position.Line];
        var start = Math.Clamp(finding.Position.Column - 1, 0, line.Length);
        var length = Math.Clamp(finding.Length == 0 ? line.Length - start : finding.Length, 1, Math.Max(1, line.Length - start));
        var room = Math.Max(20, console.Profile.Width - number.Length - 8);
        // A place far to the right is brought into sight.
        var from = start + length <= room ? 0 : Math.Max(0, Math.Min(start, start + length - room));
        // A character that is shown as its code point takes more room than it had.
        var shown = Plain(line[from..Math.Min(line.Length, from + room)]);
        shown = shown[..Math.Min(shown.Length, room)];
        console.MarkupLine($"    [grey]{number} |[/] {shown.EscapeMarkup()}");
        var before = Math.Min(Plain(line[from..start]).Length, room - 1);
        var marked = Math.Clamp(Plain(line[start..Math.Min(line.Length, start + length)]).Length, 1, Math.Max(1, room - before));
        console.MarkupLine($"    [grey]{new string(' ', number.Length)} |[/] {new string(' ', before)}[{style}]{new string('^', marked)}[/]");
    }

    private string Plain(string text) => ReportLine.Safe(console, text.Replace("\t", new string(' ', Tab), StringComparison.Ordinal));

    /// <summary>The result in one line.</summary>
    internal static string Count(CheckResult result)
    {
        string Of(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
        var fresh = result.Findings.Where(f => f.KnownDefect is null).ToList();
        var parts = new[]
        {
            Of(fresh.Count(f => f.Severity == Severity.Error), "error"),
            Of(fresh.Count(f => f.Severity == Severity.Warning), "warning"),
            $"{fresh.Count(f => f.Severity == Severity.Info)} worth knowing",
            Of(result.Findings.Count(f => f.KnownDefect is not null), "known defect"),
        };
        var silenced = (result.Silenced > 0 ? $", {result.Silenced} silenced" : "") + (result.Simulation is { } simulation ? $", {Of(simulation.Cases, "simulated case")}" : "");
        return $"{result.Configuration}: {string.Join(", ", parts)}{silenced} in {Of(result.Files.Count, "file")}, {result.Wall.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
    }
}
