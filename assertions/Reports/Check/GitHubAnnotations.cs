using System.Globalization;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Writes findings as GitHub Actions' workflow commands, which show them beside the lines of a pull request.</summary>
public static class GitHubAnnotations
{
    /// <summary>The commands, a line each.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="folder">The configuration's folder relative to the root of the repository.</param>
    public static IEnumerable<string> Lines(CheckResult result, string folder) => result.Findings.Select(f =>
    {
        var level = f switch { { KnownDefect: not null } or { Severity: Severity.Info } => "notice", { Severity: Severity.Warning } => "warning", _ => "error" };
        var file = Property($"{folder.TrimEnd('/')}/{f.Position.File}");
        var place = string.Create(CultureInfo.InvariantCulture, $"file={file},line={f.Position.Line},col={f.Position.Column}");
        var known = f.KnownDefect is { } id ? $" (known defect {id})" : "";
        return $"::{level} {place},title={Property($"{f.Check}: {f.Subject}")}::{Data($"{f.Message}{known}{(f.Fix is { } fix ? $". {fix}" : "")}")}";
    });

    // On one line: a line of its own would be a command of its own.
    private static string Data(string text) => SafeText.OneLine(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
