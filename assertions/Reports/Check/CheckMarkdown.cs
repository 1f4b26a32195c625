using System.Globalization;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Differences;
using NovaCron.Validation.Assertions.Reports.Markdown;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Writes findings for a comment on a pull request and for the summary of a CI job: what fails the check first, the rest folded away.</summary>
public static class CheckMarkdown
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "check.md";

    private const int DetailLength = 500;

    private const int NameLength = 100;

    /// <summary>The content of the file, at most <see cref="MarkdownPage.Limit"/> characters.</summary>
    public static string Serialize(CheckResult result)
    {
        var page = new MarkdownPage(CheckJson.FileName);
        var fresh = result.Findings.Count(CheckResult.IsNew);
        var verdict = fresh switch { 0 => "all as expected", 1 => "1 new finding", _ => string.Create(CultureInfo.InvariantCulture, $"{fresh} new findings") };
        page.Paragraph($"### {(fresh == 0 ? "✓" : "✗")} Check of {MarkdownText.Plain(result.Configuration, NameLength)}: {verdict}");
        page.Paragraph(MarkdownText.Plain(CheckText.Count(result), DetailLength));
        page.List("Errors", Items(result, f => f is { KnownDefect: null, Severity: Severity.Error }));
        page.List("Warnings", Items(result, f => f is { KnownDefect: null, Severity: Severity.Warning }));
        if (result.Against is { } against)
        {
            page.List($"For the people on call, against {MarkdownText.Plain(against.Name, NameLength)}", [.. against.Differences.Select(Item)]);
            if (against.Differences.IsEmpty)
            {
                page.Paragraph($"For the people on call nothing is other than in {MarkdownText.Plain(against.Name, NameLength)}.");
            }
        }

        if (result.Mutation is { } mutation)
        {
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{mutation.Mutants.Length} edits tried, {mutation.Caught.Count()} noticed, {mutation.Equivalent.Count()} that change nothing, {mutation.Missed.Count()} unnoticed."));
            page.List("Unnoticed edits", [.. mutation.Missed.Select(m => MarkdownText.Plain(m.Mutant.ToString(), DetailLength))]);
        }

        page.List("Known defects", Items(result, f => f.KnownDefect is not null), folded: true);
        page.List("Worth knowing", Items(result, f => f is { KnownDefect: null, Severity: Severity.Info }), folded: true);
        return page.ToString();
    }

    private static IReadOnlyCollection<string> Items(CheckResult result, Func<Finding, bool> belongs) => [.. result.Findings.Where(belongs).Select(Item)];

    private static string Item(Finding finding)
    {
        var known = finding.KnownDefect is { } id ? $" ({MarkdownText.Plain(id, NameLength)})" : "";
        var fix = finding.Fix is { Length: > 0 } mend ? $" *Mend:* {MarkdownText.Plain(mend, DetailLength)}" : "";
        return $"**{MarkdownText.Plain(finding.Check, NameLength)}** at {MarkdownText.Code(SafeText.Shorten(finding.Position.ToString(), NameLength))}{known}: {MarkdownText.Plain($"{finding.Subject}: {finding.Message}", DetailLength)}.{fix}";
    }

    private static string Item(Difference difference) =>
        $"**{MarkdownText.Plain(difference.Subject, NameLength)}** {MarkdownText.Plain(difference.Message, DetailLength)} ({difference.Kind}, {MarkdownText.Code(SafeText.Shorten(difference.Position.ToString(), NameLength))})";
}
