using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Tests.Unit.Monitoring;

namespace NovaCron.Validation.Tests.Unit.Surfaces;

public sealed class LogSurfaceTests
{
    private const string Line = """{"level":"info","timestamp":"2026-01-01T00:00:00.123Z","message":"listening","component":"api"}""";
    private static readonly PromtailFile Documented = Fixtures.Load("documented").Promtail!;
    private static readonly PromtailFile Corrected = Fixtures.Load("corrected").Promtail!;

    [Fact]
    public void The_documented_file_reads_no_files_and_sets_neither_app_nor_component()
    {
        var failed = Judge(Documented, Line).Where(r => r.Outcome == Outcome.Fail).ToDictionary(r => r.Subject, r => r.Detail);

        failed.Keys.Should().Equal("Promtail's files", "Promtail's labels", "Error logs", "DWCP protocol errors", "Slow queries", "5xx errors");
        failed["Promtail's labels"].Should().Contain("container from __meta_kubernetes_container_name");
        failed["Error logs"].Should().Contain("to set app,");
        failed["DWCP protocol errors"].Should().Contain("to set app and component,");
    }

    [Fact]
    public void The_corrected_file_mends_all_of_it() => Judge(Corrected, Line).Should().OnlyContain(r => r.Outcome == Outcome.Pass);

    [Theory]
    [InlineData("listening", "no JSON")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("""{"timestamp":"2026-01-01T00:00:00Z","message":"x"}""", "no level")]
    [InlineData("""{"level":"info","timestamp":"2026-01-01T00:00:00Z","message":""}""", "no message")]
    [InlineData("""{"level":"info","timestamp":"2026-01-01 00:00:00","message":"x"}""", "a timestamp that is not RFC 3339")]
    [InlineData("""{"level":"info","timestamp":"2026-13-01T00:00:00Z","message":"x"}""", "a timestamp that is not RFC 3339")]
    public void A_line_that_the_pipeline_cannot_read_fails(string line, string problem) =>
        Lines(Line, line).Should().Match<SurfaceResult>(r => r.Outcome == Outcome.Fail && r.Detail.Contains($"found 1 of 2 that do not, the first with {problem}: "));

    [Fact]
    public void No_line_proves_nothing() => Lines().Outcome.Should().Be(Outcome.Inconclusive);

    [Fact]
    public void Without_the_cell_lines_are_not_reached() => LogSurface.Judge(Documented, []).Last().Outcome.Should().Be(Outcome.NotReached);

    [Fact]
    public void A_configuration_without_the_file_promises_nothing() =>
        LogSurface.Judge(null, []).Should().ContainSingle().Which.Outcome.Should().Be(Outcome.NotApplicable);

    private static SurfaceResult Lines(params string[] lines) => Judge(Documented, lines).Single(r => r.Subject == "log lines");

    private static IEnumerable<SurfaceResult> Judge(PromtailFile promtail, params string[] lines) =>
        LogSurface.Judge(promtail, [Cells.Of("ServiceDown") with { LogLines = [.. lines] }]);
}
