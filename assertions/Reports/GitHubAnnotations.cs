using System.Globalization;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>Writes problems as GitHub Actions' workflow commands, which show them beside the lines of a pull request.</summary>
public static class GitHubAnnotations
{
    /// <summary>The commands, a line each.</summary>
    /// <param name="problems">What was found.</param>
    /// <param name="folder">The configuration's folder relative to the root of the repository; empty where it is that root.</param>
    public static IEnumerable<string> Lines(IEnumerable<ReportedProblem> problems, string folder) => problems.Select(problem =>
    {
        var level = problem switch { { KnownDefect: not null } or { Severity: Severity.Info } => "notice", { Severity: Severity.Warning } => "warning", _ => "error" };
        var known = problem.KnownDefect is { } id ? $" (known defect {id})" : "";
        var text = $"{problem.Message}{known}{(problem.Fix is { Length: > 0 } fix ? $". {fix}" : "")}";
        return $"::{level} {string.Join(',', Place(problem, folder).Append($"title={Property($"{problem.Rule}: {problem.Subject}")}"))}::{Data(text)}";
    });

    private static IEnumerable<string> Place(ReportedProblem problem, string folder)
    {
        if (problem.File is { } file)
        {
            yield return $"file={Property(folder.Length == 0 ? file : $"{folder.TrimEnd('/')}/{file}")}";
        }

        if (problem.Line is { } line)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"line={line}");
        }

        if (problem.Column is { } column)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"col={column}");
        }
    }

    // On one line: a line of its own would be a command of its own.
    private static string Data(string text) => SafeText.OneLine(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
