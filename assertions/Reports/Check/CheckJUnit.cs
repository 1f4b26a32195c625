using System.Globalization;
using System.Xml.Linq;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Reports.Check;

/// <summary>Writes findings as JUnit XML: a file is a suite, a check that found something in it a failed case, one that a ledger entry foretells a skipped one.</summary>
public static class CheckJUnit
{
    /// <summary>Name of the file in the results folder.</summary>
    public const string FileName = "check.junit.xml";

    /// <summary>The content of the file.</summary>
    public static string Serialize(CheckResult result)
    {
        var suites = result.Files.Keys.Select(file => Suite(file, [.. result.Findings.Where(f => f.Position.File == file)])).ToList();
        var root = new XElement("testsuites", new XAttribute("name", $"check of {result.Configuration}"), Sum("tests"), Sum("failures"), Sum("skipped"), suites);
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n";

        XAttribute Sum(string name) => new(name, suites.Sum(s => (int)s.Attribute(name)!));
    }

    private static XElement Suite(string file, IReadOnlyList<Finding> findings)
    {
        // A suite without a case says nothing: a file in which nothing was found has one that passed.
        var cases = findings.Count == 0 ? [Case(file, "no finding")] : findings.Select(Case).ToList();
        return new XElement(
            "testsuite",
            new XAttribute("name", file),
            new XAttribute("tests", cases.Count),
            new XAttribute("failures", findings.Count(CheckResult.IsNew)),
            new XAttribute("skipped", findings.Count(f => f.KnownDefect is not null)),
            cases);
    }

    private static XElement Case(Finding finding)
    {
        var one = Case(finding.Position.File, string.Create(CultureInfo.InvariantCulture, $"{finding.Check}: {finding.Subject} (line {finding.Position.Line})"));
        if (finding.KnownDefect is { } known)
        {
            one.Add(new XElement("skipped", new XAttribute("message", Clean($"known defect {known}: {finding.Message}"))));
        }
        else if (CheckResult.IsNew(finding))
        {
            one.Add(new XElement("failure", new XAttribute("message", Clean(finding.Message)), Clean($"{finding.Position}: {finding.Message}. {finding.Fix}".TrimEnd())));
        }

        return one;
    }

    private static XElement Case(string file, string name) => new("testcase", new XAttribute("classname", Clean(file)), new XAttribute("name", Clean(name)));

    // XML has no form at all for most control characters.
    private static string Clean(string text) => SafeText.OneLine(text);
}
