using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NovaCron.Validation.Assertions.Reports.JUnit;

/// <summary>
/// Writes JUnit XML in the form that Jenkins' schemas and those of Maven Surefire have in common. The reason of a skipped case is its
/// text, since the older ones know no attribute for it. Characters that XML has no form for are shown as their code points.
/// </summary>
public static class JUnitXml
{
    /// <summary>The content of a file.</summary>
    /// <param name="name">What was tested.</param>
    /// <param name="suites">The suites, in order; one without a case is left out, since it says nothing.</param>
    public static string Serialize(string name, IEnumerable<JUnitSuite> suites)
    {
        var told = suites.Where(s => s.Cases.Count > 0).ToList();
        // Servers tell cases apart by class and name: of two that are called the same they would show one.
        var seen = new Dictionary<(string Class, string Name), int>();
        var root = new XElement("testsuites", new XAttribute("name", Clean(name)), Counts([.. told.SelectMany(s => s.Cases)], withSkipped: false), told.Select(s => Suite(s, seen)));
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            root.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }

    private static XElement Suite(JUnitSuite suite, Dictionary<(string Class, string Name), int> seen)
    {
        var element = new XElement("testsuite", new XAttribute("name", Clean(suite.Name)), Counts(suite.Cases, withSkipped: true));
        if (suite.StartedAt is { } started)
        {
            element.Add(new XAttribute("timestamp", started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)));
        }

        if (suite.Properties.Count > 0)
        {
            element.Add(new XElement("properties", suite.Properties.Select(p => new XElement("property", new XAttribute("name", Clean(p.Name)), new XAttribute("value", Clean(p.Value))))));
        }

        element.Add(suite.Cases.Select(c => Case(c, Distinct(c, seen))));
        return element;
    }

    private static IEnumerable<object> Counts(IReadOnlyList<JUnitCase> cases, bool withSkipped)
    {
        yield return new XAttribute("tests", cases.Count);
        yield return new XAttribute("failures", cases.Count(c => c.Outcome == JUnitOutcome.Failed));
        yield return new XAttribute("errors", cases.Count(c => c.Outcome == JUnitOutcome.Errored));
        if (withSkipped)
        {
            yield return new XAttribute("skipped", cases.Count(c => c.Outcome == JUnitOutcome.Skipped));
        }

        yield return new XAttribute("time", Seconds(cases.Sum(c => Time(c) ?? 0)));
    }

    private static string Distinct(JUnitCase one, Dictionary<(string Class, string Name), int> seen)
    {
        var key = (Class: Clean(one.ClassName), Name: Clean(one.Name));
        var count = seen[key] = seen.GetValueOrDefault(key) + 1;
        return count == 1 ? key.Name : string.Create(CultureInfo.InvariantCulture, $"{key.Name} #{count}");
    }

    private static XElement Case(JUnitCase one, string name)
    {
        var element = new XElement("testcase", new XAttribute("classname", Clean(one.ClassName)), new XAttribute("name", name));
        if (Time(one) is { } seconds)
        {
            element.Add(new XAttribute("time", Seconds(seconds)));
        }

        if (one.Outcome == JUnitOutcome.Skipped)
        {
            element.Add(new XElement("skipped", Clean(one.Reason)));
        }
        else if (one.Outcome != JUnitOutcome.Passed)
        {
            var text = string.Join("\n", new[] { one.Reason }.Concat(one.Details).Select(Clean));
            element.Add(new XElement(one.Outcome == JUnitOutcome.Failed ? "failure" : "error", new XAttribute("type", Clean(one.Type)), new XAttribute("message", Clean(one.Reason)), text));
        }

        return element;
    }

    // Surefire's schema takes digits and a point, and no sign.
    private static double? Time(JUnitCase one) => one.Seconds is { } seconds && double.IsFinite(seconds) ? Math.Max(0, seconds) : null;

    private static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Clean(string text) => SafeText.OneLine(text);
}
