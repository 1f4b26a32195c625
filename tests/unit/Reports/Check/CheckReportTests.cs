using System.Text.Json;
using System.Xml.Linq;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports.Check;

namespace NovaCron.Validation.Tests.Unit.Reports.Check;

public sealed class CheckReportTests
{
    [Theory]
    [InlineData(120, "check-wide.txt")]
    [InlineData(50, "check-narrow.txt")]
    public void The_text_is_the_golden_one(int width, string file) =>
        Golden.Compare(PlainConsole.Of(width, console => new CheckText(console).Write(SampleCheck.Result)), file);

    [Fact]
    public void The_text_on_a_terminal_has_no_escape_of_others() =>
        PlainConsole.Of(120, console => new CheckText(console).Write(SampleCheck.Result), ansi: true).Should().NotContain("\u001b[31m<b>");

    [Fact]
    public void The_json_is_the_golden_one() => Golden.Compare(CheckJson.Serialize(SampleCheck.Result, ExitCode.Defects), "check.json");

    [Fact]
    public void The_sarif_is_the_golden_one()
    {
        var sarif = Sarif.Serialize(SampleCheck.Result, new Dictionary<string, string> { ["route/shadowed"] = "a route that another takes everything from" });

        JsonDocument.Parse(sarif).RootElement.GetProperty("version").GetString().Should().Be("2.1.0");
        Golden.Compare(sarif, "check.sarif");
    }

    [Fact]
    public void The_junit_is_the_golden_one()
    {
        var junit = CheckJUnit.Serialize(SampleCheck.Result);

        XDocument.Parse(junit).Root!.Attribute("failures")!.Value.Should().Be("2");
        Golden.Compare(junit, "check.junit.xml");
    }

    [Fact]
    public void The_annotations_are_the_golden_ones() =>
        Golden.Compare(string.Join("\n", GitHubAnnotations.Lines(SampleCheck.Result, "monitoring/prod")), "check.github.txt");

    [Fact]
    public void Only_new_errors_and_warnings_fail()
    {
        SampleCheck.Result.HasNewFindings.Should().BeTrue();
        (SampleCheck.Result with { Findings = [SampleCheck.Result.Findings[1], SampleCheck.Result.Findings[2]] }).HasNewFindings.Should().BeFalse();
    }
}
