using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.Schema;

namespace NovaCron.Validation.Tests.Unit.Reports;

/// <summary>JUnit XML as Jenkins' schema defines it, and what Maven Surefire's asks for beyond it.</summary>
internal static partial class JUnitSchema
{
    /// <summary>What is wrong with a report; empty where nothing is.</summary>
    public static IReadOnlyList<string> Errors(string xml, [CallerFilePath] string caller = "")
    {
        var document = XDocument.Parse(xml);
        var errors = new List<string>();
        document.Validate(Schemas(), (_, e) => errors.Add(e.Message));
        errors.AddRange(document.Descendants().Attributes("time").Where(t => !Time().IsMatch(t.Value)).Select(t => $"time {t.Value} is no decimal"));
        errors.AddRange(document.Descendants().Where(e => e.Name.LocalName is "failure" or "error" && e.Attribute("type") is null).Select(e => $"a {e.Name} has no type"));
        errors.AddRange(from suite in document.Descendants().Where(e => e.Name.LocalName is "testsuite" or "testsuites")
                        from count in new[] { ("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") }
                        let said = (string?)suite.Attribute(count.Item1)
                        let found = suite.Descendants(count.Item2).Count().ToString(CultureInfo.InvariantCulture)
                        where said is not null && said != found
                        select $"{suite.Name} {suite.Attribute("name")} says {count.Item1}={said}, found {found}");
        errors.AddRange(document.Descendants("testcase").GroupBy(c => ((string?)c.Attribute("classname"), (string?)c.Attribute("name"))).Where(g => g.Count() > 1).Select(g => $"{g.Key} is there {g.Count()} times"));
        return errors;
    }

    private static XmlSchemaSet Schemas([CallerFilePath] string here = "")
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(Path.GetDirectoryName(here)!, "Schemas", "jenkins-junit.xsd"));
        return schemas;
    }

    [GeneratedRegex(@"^[0-9]+(\.[0-9]{1,3})?$")]
    private static partial Regex Time();
}
