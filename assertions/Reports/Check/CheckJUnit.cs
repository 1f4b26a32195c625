using System.Globalization;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Reports.JUnit;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Writes findings as JUnit XML: a file is a suite, a check that found something in it a failed case, one that a ledger entry foretells a skipped one.</summary>
public static class CheckJUnit
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "check.junit.xml";

    /// <summary>The content of the file.</summary>
    public static string Serialize(CheckResult result)
    {
        var byFile = result.Findings.ToLookup(f => f.Position.File, StringComparer.Ordinal);
        return JUnitXml.Serialize($"check of {result.Configuration}", result.Files.Keys.Select(file => new JUnitSuite(file, Cases(file, [.. byFile[file]]))));
    }

    // A suite without a case says nothing: a file in which nothing was found has one that passed.
    private static IReadOnlyList<JUnitCase> Cases(string file, IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? [new JUnitCase(file, "no finding", JUnitOutcome.Passed)] : [.. findings.Select(Case)];

    private static JUnitCase Case(Finding finding)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{finding.Check}: {finding.Subject} (line {finding.Position.Line})");
        var one = new JUnitCase(finding.Position.File, name, JUnitOutcome.Passed);
        return finding.KnownDefect is { } known ? one with { Outcome = JUnitOutcome.Skipped, Reason = $"known defect {known}: {finding.Message}" }
            : CheckResult.IsNew(finding) ? one with { Outcome = JUnitOutcome.Failed, Type = finding.Check, Reason = finding.Message, Details = [$"{finding.Position}", .. finding.Fix is { } fix ? [fix] : Array.Empty<string>()] }
            : one;
    }
}
