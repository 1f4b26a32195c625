using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Html;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Tests.Unit.Commands;

public sealed class RunReportsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("novacron-validation-test-").FullName;

    [Fact]
    public async Task Every_report_is_written_into_the_folder_and_named()
    {
        await RunJson.WriteAsync(folder, new RunResult { RunId = "r1", Configuration = "corrected", TimeScale = 25 }, CancellationToken.None);

        var written = await RunReports.WriteAsync(folder, CancellationToken.None);

        written.Should().Contain(Path.Combine(folder, RunHtml.FileName)).And.OnlyContain(f => File.Exists(f));
    }

    [Fact]
    public async Task A_folder_without_a_result_is_refused() =>
        (await Refused()).Should().StartWith($"{folder} is no result folder of a run: ").And.Contain("run.json").And.EndWith("Name one that ./validate run wrote, e.g. results/<run id>");

    [Theory]
    [InlineData("{\"schema\":\"novacron-validation/run/0\",\"runId\":\"r\",\"configuration\":\"c\",\"timeScale\":1}", "expected a result of schema novacron-validation/run/1, found novacron-validation/run/0")]
    [InlineData("no json", "invalid JSON literal")]
    public async Task A_result_that_cannot_be_read_is_refused(string content, string says)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, RunJson.FileName), content);

        (await Refused()).Should().StartWith($"the result in {folder} cannot be read: ").And.Contain(says);
        File.Exists(Path.Combine(folder, RunHtml.FileName)).Should().BeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> Refused() =>
        (await FluentActions.Awaiting(() => RunReports.WriteAsync(folder, CancellationToken.None)).Should().ThrowAsync<UsageException>()).Which.Message;
}
