using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Trends;

namespace NovaCron.Validation.Tests.Unit.Trends;

public sealed class RunHistoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("novacron-validation-history-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Runs_are_read_in_order_of_time()
    {
        foreach (var run in SampleHistory.Runs)
        {
            Write(run.RunId, RunJson.Serialize(run));
        }

        var history = await ReadAsync();

        history.Runs.Select(r => r.RunId).Should().Equal("run-0", "run-1", "run-2", "run-3", "run-4");
        history.Unreadable.Should().BeEmpty();
    }

    [Fact]
    public async Task A_run_of_before_its_time_was_kept_has_that_of_its_identifier_else_that_of_its_file()
    {
        Write("a", RunJson.Serialize(SampleHistory.Runs[0] with { StartedAt = null, RunId = "r2601020304050000" }));
        var file = Write("b", RunJson.Serialize(SampleHistory.Runs[0] with { StartedAt = null, RunId = "odd" }));
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        (await ReadAsync()).Runs.Select(r => r.StartedAt!.Value.UtcDateTime).Should().Equal(new DateTime(2020, 1, 1, 0, 0, 0), new DateTime(2026, 1, 2, 3, 4, 5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "schema": "novacron-validation/run/99", "runId": "r", "configuration": "c", "timeScale": 25 }""")]
    [InlineData("""{ "schema": "novacron-validation/run/1", "runId": null, "configuration": "c", "timeScale": 25 }""")]
    [InlineData("""{ "schema": "novacron-validation/run/1", "runId": "r", "configuration": "c", "timeScale": 25, "alerts": [null] }""")]
    [InlineData("""{ "schema": "novacron-validation/run/1", "runId": "r", "configuration": "c", "timeScale": 25, "alerts": null }""")]
    [InlineData("""{ "schema": "novacron-validation/run/1", "runId": "r", "configuration": "c", "timeScale": 25, "surfaces": [null] }""")]
    public async Task A_file_that_is_no_result_is_told_in_one_line_and_keeps_no_other_from_being_read(string content)
    {
        Write("bad", content);
        Write("good", RunJson.Serialize(SampleHistory.Runs[0]));

        var history = await ReadAsync();

        history.Runs.Should().ContainSingle();
        history.Unreadable.Should().ContainSingle().Which.Should().StartWith(Path.Combine(_folder.FullName, "bad", "run.json")).And.NotContain("\n");
    }

    [Fact]
    public async Task Deep_nesting_is_told_like_any_other_broken_file()
    {
        Write("deep", new string('[', 200_000));

        (await ReadAsync()).Unreadable.Should().ContainSingle();
    }

    [Fact]
    public async Task A_result_folder_itself_may_be_named()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "run.json"), RunJson.Serialize(SampleHistory.Runs[0]));

        (await ReadAsync()).Runs.Should().ContainSingle();
    }

    [Fact]
    public async Task A_folder_that_is_not_there_has_no_runs() =>
        (await RunHistory.ReadAsync(Path.Combine(_folder.FullName, "none"), CancellationToken.None)).Should().BeEquivalentTo(RunHistory.None);

    private Task<RunHistory> ReadAsync() => RunHistory.ReadAsync(_folder.FullName, CancellationToken.None);

    private string Write(string folder, string content)
    {
        var path = Path.Combine(_folder.CreateSubdirectory(folder).FullName, "run.json");
        File.WriteAllText(path, content);
        return path;
    }
}
