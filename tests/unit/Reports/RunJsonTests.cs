using System.Text.Json;
using NovaCron.Validation.Assertions.Reports;

namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class RunJsonTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("run-json-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_file_is_the_golden_one() => Golden.Compare(RunJson.Serialize(SampleRun.Of()), "run.json");

    [Fact]
    public void Every_field_of_the_schema_is_there_and_no_other()
    {
        using var document = JsonDocument.Parse(RunJson.Serialize(SampleRun.Of()));
        var root = document.RootElement;

        Names(root).Should().Equal("schema", "runId", "startedAt", "configuration", "configurationPath", "timeScale", "wallSeconds", "setupSeconds", "criticalPathSeconds", "components", "alerts", "surfaces", "defects", "quotes", "findings", "load", "rendered", "disturbances", "exitCode");
        var alert = root.GetProperty("alerts")[1];
        Names(alert).Should().Equal("alert", "component", "severity", "fault", "cell", "judgedAt", "verdict", "promised", "stages", "timeline");
        Names(alert.GetProperty("stages")[8]).Should().Equal("stage", "outcome", "knownDefect", "measuredSeconds", "earliestSeconds", "latestSeconds", "detail", "evidence", "subjects");
        Names(alert.GetProperty("timeline")[0]).Should().Equal("event", "at", "documentedSeconds", "receiver", "channel");
        Names(root.GetProperty("surfaces")[0]).Should().Equal("subject", "kind", "outcome", "detail", "evidence", "knownDefect");
        Names(root.GetProperty("findings")[0]).Should().Equal("check", "severity", "subject", "file", "line", "column", "message", "fix", "knownDefect");
        Names(root.GetProperty("load")[0]).Should().Equal("target", "askedPerSecond", "achievedPerSecond", "p50Ms", "p99Ms");
        alert.GetProperty("stages")[8].GetProperty("stage").GetString().Should().Be("resolution-delivered");
        alert.GetProperty("stages")[6].GetProperty("outcome").GetString().Should().Be("not-applicable");
        root.GetProperty("load")[0].GetProperty("p99Ms").ValueKind.Should().Be(JsonValueKind.Null, "JSON has no NaN");
    }

    [Fact]
    public async Task What_is_written_is_read_back_the_same()
    {
        await RunJson.WriteAsync(folder, SampleRun.Of(), CancellationToken.None);

        var read = await RunJson.ReadAsync(folder, CancellationToken.None);

        RunJson.Serialize(read).Should().Be(RunJson.Serialize(SampleRun.Of()));
        Directory.GetFiles(folder).Should().Equal(Path.Combine(folder, "run.json"));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_the_old_file_whole_and_nothing_beside_it()
    {
        await RunJson.WriteAsync(folder, SampleRun.Of(), CancellationToken.None);
        var before = await File.ReadAllTextAsync(Path.Combine(folder, "run.json"));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var write = () => RunJson.WriteAsync(folder, SampleRun.Of() with { RunId = "run-2" }, cancelled.Token);

        await write.Should().ThrowAsync<OperationCanceledException>();
        (await File.ReadAllTextAsync(Path.Combine(folder, "run.json"))).Should().Be(before);
        Directory.GetFiles(folder).Should().HaveCount(1);
    }

    [Fact]
    public void Another_schema_is_refused_with_both_names()
    {
        var read = () => RunJson.Deserialize(RunJson.Serialize(SampleRun.Of() with { Schema = "novacron-validation/run/9" }));

        read.Should().Throw<JsonException>().WithMessage("expected a result of schema novacron-validation/run/1, found novacron-validation/run/9*");
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
