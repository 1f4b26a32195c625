using System.Text.Json;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Run;

namespace NovaCron.Validation.Tests.Unit.Reports.Run;

public sealed class RunSarifTests
{
    [Fact]
    public void The_file_is_the_golden_one() => Golden.Compare(RunSarif.Serialize(SampleReports.Run with { ConfigurationPath = "environments/monitoring/documented" }), "results.sarif");

    [Fact]
    public void It_is_what_the_schema_allows()
    {
        foreach (var run in new[] { SampleReports.Run, SampleReports.Perfect, SampleReports.HostileRun, SampleReports.Run with { Quotes = [], Findings = [] } })
        {
            SarifSchema.Errors(RunSarif.Serialize(run with { ConfigurationPath = "monitoring" })).Should().BeEmpty();
        }
    }

    [Fact]
    public void A_failing_stage_stands_at_what_is_at_fault()
    {
        using var log = JsonDocument.Parse(RunSarif.Serialize(SampleReports.Run with { ConfigurationPath = "environments/monitoring/documented" }));

        var places = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(r => (Rule: r.GetProperty("ruleId").GetString(), Place: r.GetProperty("locations")[0].GetProperty("physicalLocation"), Known: r.TryGetProperty("suppressions", out _)))
            .Select(r => (r.Rule, r.Place.GetProperty("artifactLocation").GetProperty("uri").GetString(), r.Place.TryGetProperty("region", out var region) ? region.GetProperty("startLine").GetInt32() : 0, r.Known));

        places.Should().Equal(
            ("stage/resolution-delivered", "environments/monitoring/documented/alertmanager.yml", 52, true),
            ("stage/fires", "environments/monitoring/documented/rules/database%20alerts.yml", 61, false),
            ("route/unreachable", "environments/monitoring/documented/alertmanager.yml", 41, false),
            ("ledger/no-longer-reproduces", "environments/monitoring/documented/known-defects.yaml", 0, false),
            ("route/group-label", "environments/monitoring/documented/alertmanager.yml", 3, false));
    }

    [Fact]
    public void What_has_no_place_is_annotated_without_one_and_left_out_of_SARIF()
    {
        var run = SampleReports.Run with { Quotes = [], Findings = [] };

        RunSarif.Serialize(run with { ConfigurationPath = "" }).Should().Contain("\"results\": []");
        GitHubAnnotations.Lines(RunProblems.Of(run), "").Should().Contain(l => l.StartsWith("::error title=stage/fires%3A DatabaseDeadlocks::expected firing", StringComparison.Ordinal));
    }

    [Fact]
    public void The_annotations_are_the_golden_ones()
    {
        Golden.Compare(string.Join("\n", GitHubAnnotations.Lines(RunProblems.Of(SampleReports.Run), "monitoring/prod")), "run.github.txt");
        GitHubAnnotations.Lines(RunProblems.Of(SampleReports.HostileRun), "").Should().OnlyContain(l => l.StartsWith("::", StringComparison.Ordinal) && !l.Contains('\n') && !l.Contains('\u001b'));
    }

    [Fact]
    public void Every_stage_is_told_in_a_sentence()
    {
        foreach (var stage in Enum.GetValues<NovaCron.Validation.Assertions.Stages.StageName>())
        {
            var rule = $"stage/{NovaCron.Validation.Assertions.Judgement.Names.Of(stage)}";
            RunProblems.About(rule).Should().NotBe(rule);
        }

        RunProblems.About("stage/none").Should().Be("stage/none");
    }
}
