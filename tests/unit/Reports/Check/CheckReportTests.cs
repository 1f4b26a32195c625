using System.Text.Json;
using System.Xml.Linq;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Check;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Tests.Unit.Reports.Run;

namespace NovaCron.Validation.Tests.Unit.Reports.Check;

public sealed class CheckReportTests
{
    [Theory]
    [InlineData(120, "check-wide.txt")]
    [InlineData(50, "check-narrow.txt")]
    public void The_text_is_the_golden_one(int width, string file) =>
        Golden.Compare(PlainConsole.Of(width, console => new CheckText(console).Write(SampleCheck.Result)), file);

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(160)]
    public void The_text_is_no_wider_than_the_terminal_nor_coloured_nor_outside_of_what_it_can_show(int width)
    {
        var result = SampleCheck.Result with { Files = SampleCheck.Result.Files.SetItem("alertmanager.yml", SampleCheck.Result.Files["alertmanager.yml"].Replace("dwcp", "дwcp – ⚠ 😀 \u0007 and what else a name may have in it", StringComparison.Ordinal)) };
        var text = PlainConsole.Of(width, console => new CheckText(console).Write(result));
        var ascii = PlainConsole.Of(width, console => new CheckText(console).Write(result), unicode: false);

        text.Should().NotContain("\u001b");
        text.Split('\n').Max(l => l.Length).Should().BeLessThanOrEqualTo(width);
        ascii.Split('\n').Max(l => l.Length).Should().BeLessThanOrEqualTo(width);
        ascii.Should().Match(t => t.All(char.IsAscii)).And.Contain("^^^^");
    }

    [Fact]
    public void The_text_on_a_terminal_has_no_escape_of_others() =>
        PlainConsole.Of(120, console => new CheckText(console).Write(SampleCheck.Result), ansi: true).Should().NotContain("\u001b[31m<b>");

    [Fact]
    public void The_json_is_the_golden_one() => Golden.Compare(CheckJson.Serialize(SampleCheck.Result, ExitCode.Defects), "check.json");

    [Fact]
    public void The_sarif_is_the_golden_one_and_what_the_schema_allows()
    {
        var sarif = CheckSarif.Serialize(SampleCheck.Result, new Dictionary<string, string> { ["route/shadowed"] = "a route that another takes everything from" }, "monitoring/prod");

        Golden.Compare(sarif, "check.sarif");
        SarifSchema.Errors(sarif).Should().BeEmpty();
    }

    [Fact]
    public void The_junit_is_the_golden_one_and_what_the_schema_allows()
    {
        var junit = CheckJUnit.Serialize(SampleCheck.Result);

        XDocument.Parse(junit).Root!.Attribute("failures")!.Value.Should().Be("2");
        Golden.Compare(junit, "check.junit.xml");
        JUnitSchema.Errors(junit).Should().BeEmpty();
    }

    [Fact]
    public void A_file_or_a_folder_may_have_any_name()
    {
        const string odd = "\u001b[31m\n\u0000.yml";
        var finding = SampleCheck.Result.Findings[0] with { Position = new SourcePosition(odd, 1, 1) };
        var result = SampleCheck.Result with { Configuration = odd, Files = SampleCheck.Result.Files.Add(odd, "x"), Findings = [finding] };

        var suite = XDocument.Parse(CheckJUnit.Serialize(result)).Root!.Elements().First(s => s.Attribute("failures")!.Value == "1");
        suite.Attribute("name")!.Value.Should().Be("<U+001B>[31m <U+0000>.yml");
        JsonDocument.Parse(CheckJson.Serialize(result, ExitCode.Defects)).RootElement.GetProperty("configuration").GetString().Should().Be(odd);
        JsonDocument.Parse(CheckSarif.Serialize(result, new Dictionary<string, string>(), "monitoring")).Should().NotBeNull();
        GitHubAnnotations.Lines(result.Findings.Select(ReportedProblem.Of), "monitoring").Should().OnlyContain(l => !l.Any(char.IsControl));
        PlainConsole.Of(120, console => new CheckText(console).Write(result)).Where(c => char.IsControl(c) && c != '\n').Should().BeEmpty();
    }

    [Fact]
    public void The_annotations_are_the_golden_ones() =>
        Golden.Compare(string.Join("\n", GitHubAnnotations.Lines(SampleCheck.Result.Findings.Select(ReportedProblem.Of), "monitoring/prod")), "check.github.txt");

    [Fact]
    public void Hostile_text_breaks_no_format()
    {
        var hostile = SampleCheck.Result with
        {
            Configuration = SampleReports.Hostile,
            Findings = [.. SampleCheck.Result.Findings.Select(f => f with { Check = SampleReports.Hostile, Subject = SampleReports.Hostile, Message = SampleReports.Hostile, Fix = SampleReports.Hostile, Position = f.Position with { File = "a b/ü|@x.yml" } })],
            Files = SampleCheck.Result.Files.Add("a b/ü|@x.yml", ""),
        };

        JUnitSchema.Errors(CheckJUnit.Serialize(hostile)).Should().BeEmpty();
        SarifSchema.Errors(CheckSarif.Serialize(hostile, new Dictionary<string, string>(), "a b")).Should().BeEmpty();
        GitHubAnnotations.Lines(hostile.Findings.Select(ReportedProblem.Of), "").Should().OnlyContain(l => l.StartsWith("::", StringComparison.Ordinal) && !l.Contains('\n'));
        Golden.Compare(CheckMarkdown.Serialize(hostile), "check-hostile.md");
    }

    [Fact]
    public void Only_new_errors_and_warnings_fail()
    {
        SampleCheck.Result.HasNewFindings.Should().BeTrue();
        (SampleCheck.Result with { Findings = [SampleCheck.Result.Findings[1], SampleCheck.Result.Findings[2]] }).HasNewFindings.Should().BeFalse();
    }
}
