using System.Text.Json;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Tests.Unit.BlindSpots;

namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class BlindSpotReportTests
{
    [Theory]
    [InlineData(150, "blind-spots-wide.txt")]
    [InlineData(80, "blind-spots-narrow.txt")]
    public void The_plain_report_is_the_golden_one(int width, string golden) => Golden.Compare(Render(Result(), width), golden);

    [Fact]
    public void The_file_is_the_golden_one() => Golden.Compare(BlindSpotsJson.Serialize(Result()), "blind-spots.json");

    [Fact]
    public void The_file_names_its_schema_and_is_written_in_camel_case()
    {
        using var json = JsonDocument.Parse(BlindSpotsJson.Serialize(Result()));

        json.RootElement.GetProperty("schema").GetString().Should().Be("novacron-validation/blind-spots/1");
        json.RootElement.GetProperty("spots")[1].GetProperty("tellings")[0].GetProperty("truth").GetString().Should().Be("names-it");
        json.RootElement.GetProperty("spots")[0].GetProperty("outcome").GetString().Should().Be("nobody");
    }

    [Fact]
    public void Hostile_text_does_not_reach_the_terminal()
    {
        var result = Result();
        var hostile = result with { Spots = [result.Spots[0] with { Done = "\u001b[2J[red]boom[/]\u202e" }] };

        Render(hostile, 150).Should().Contain("<U+001B>[2J[red]boom[/]<U+202E>").And.NotContain("\u001b[2J");
    }

    private static BlindSpotsResult Result()
    {
        (SpotEvidence Evidence, string? Foretold)[] incidents =
        [
            (Named("nobody-knows", Incidents.Silent()), "nobody"),
            (Named("told-in-time", Incidents.Silent().With(Incidents.Page("CacheDown", 1000))), null),
            (Named("told-late", Incidents.Silent().With("CacheDown", "firing", 990, 2700).With(Incidents.Page("CacheDown", 1500), Incidents.Page("CacheDown", 1600))), "late"),
            (Named("a-symptom", Incidents.Silent().With(Incidents.Page("HighErrorRate", 1500))), "nobody"),
            (Named("the-wrong-thing", Incidents.Silent().With(Incidents.Slack("CacheHighMemoryUsage", 1500))), "wrong"),
            (Named("unproven", Incidents.Silent() with { Disturbances = ["a stall of 3 s"] }), "nobody"),
        ];
        var foretold = new ForetoldBlindSpots([.. incidents.Where(i => i.Foretold is not null).Select(i => new ForetoldBlindSpot(i.Evidence.Promise.Spot, i.Foretold!, "so", new SourcePosition("f", 1, 1)))]);
        var judged = SpotComparison.Compare(incidents.Select(i => (i.Evidence.Promise, SpotJudge.Judge(i.Evidence))), foretold);
        return new BlindSpotsResult
        {
            RunId = "run-1",
            Configuration = "documented",
            TimeScale = 25,
            WallSeconds = 301.25,
            SetupSeconds = 12.5,
            CriticalPathSeconds = 288,
            Spots = [.. incidents.Zip(judged, (incident, spot) => SpotEntry.Of(spot, incident.Evidence, incident.Evidence.Promise.Spot))],
            Disturbances = ["unproven: a stall of 3 s"],
            ExitCode = (int)SpotComparison.ExitCodeOf(new RunFacts(), judged),
        };
    }

    private static SpotEvidence Named(string name, SpotEvidence evidence) => evidence with { Promise = evidence.Promise with { Spot = name } };

    private static string Render(BlindSpotsResult result, int width) => PlainConsole.Of(width, console => BlindSpotTable.Write(console, result));
}
