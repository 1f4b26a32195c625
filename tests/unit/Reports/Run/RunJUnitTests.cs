using System.Xml.Linq;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Run;

namespace NovaCron.Validation.Tests.Unit.Reports.Run;

public sealed class RunJUnitTests
{
    public static TheoryData<string> Samples => ["run", "perfect", "hostile"];

    [Fact]
    public void The_file_is_the_golden_one() => Golden.Compare(RunJUnit.Serialize(SampleReports.Run), "junit.xml");

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_is_what_the_schema_allows(string sample) => JUnitSchema.Errors(RunJUnit.Serialize(Sample(sample))).Should().BeEmpty();

    [Fact]
    public void New_defects_fail_known_ones_are_skipped_and_what_was_not_judged_is_an_error()
    {
        var cases = Cases(SampleReports.Run);

        cases["documented.DatabaseDeadlocks/fires"].Element("failure")!.Value.Should().Contain("expected firing within").And.Contain("\nallowed: 300 to 700 documented seconds");
        cases["documented.ServiceDown/resolution-delivered"].Element("skipped")!.Value.Should().StartWith("known defect slack-incidents-hears-no-resolution: expected");
        cases["documented.DWCPPacketLoss/silent"].Element("error")!.Attribute("type")!.Value.Should().Be("inconclusive");
        cases["documented.DatabaseDeadlocks/routes"].Element("skipped")!.Value.Should().StartWith("not-reached");
        cases["documented.ServiceDown/inhibits"].Element("skipped")!.Value.Should().StartWith("not-applicable");
        cases["documented.surface health//health"].Element("failure")!.Value.Should().Contain("GET /health: refused");
        cases["documented.findings/ledger/no-longer-reproduces: old-entry (known-defects.yaml)"].Element("failure").Should().NotBeNull();
        cases["documented.findings/route/group-label: x (alertmanager.yml:3)"].HasElements.Should().BeFalse();
    }

    [Fact]
    public void Time_is_documented_seconds_and_says_so()
    {
        var suite = XDocument.Parse(RunJUnit.Serialize(SampleReports.Run)).Root!.Elements().Single(s => s.Attribute("name")!.Value == "ServiceDown");

        suite.Descendants("property").Single(p => p.Attribute("name")!.Value == "time.unit").Attribute("value")!.Value.Should().Be("documented seconds: wall seconds × 25");
        suite.Elements("testcase").Single(c => c.Attribute("name")!.Value == "fires").Attribute("time")!.Value.Should().Be("88");
        suite.Elements("testcase").Single(c => c.Attribute("name")!.Value == "loads").Attribute("time").Should().BeNull();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "failure")]
    [InlineData(3, "error")]
    [InlineData(5, "error")]
    [InlineData(6, "error")]
    [InlineData(130, "error")]
    public void A_run_that_ended_otherwise_than_well_never_looks_green(int exitCode, string? element)
    {
        var wrong = Cases(SampleReports.Perfect with { ExitCode = exitCode })["documented.run/exit code"].Elements().SingleOrDefault();

        wrong?.Name.LocalName.Should().Be(element);
        (wrong is null).Should().Be(element is null);
    }

    [Fact]
    public void Runs_of_two_configurations_share_no_case()
    {
        var documented = Cases(SampleReports.Run).Keys;

        Cases(SampleReports.Run with { Configuration = "/srv/monitoring.d/mine.v2/" }).Keys.Should().Contain("mine_v2.ServiceDown/fires").And.NotIntersectWith(documented);
    }

    private static RunResult Sample(string name) => name switch { "perfect" => SampleReports.Perfect, "hostile" => SampleReports.HostileRun, _ => SampleReports.Run };

    private static Dictionary<string, XElement> Cases(RunResult run) =>
        XDocument.Parse(RunJUnit.Serialize(run)).Descendants("testcase").ToDictionary(c => $"{c.Attribute("classname")!.Value}/{c.Attribute("name")!.Value}");
}
