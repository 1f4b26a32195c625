using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Tests.Unit.Reports;

public sealed class SurfaceTableTests
{
    [Fact]
    public void A_line_for_each_kind_counts_outcomes_and_failures_are_told() =>
        Render(
            Entry(SurfaceKind.Dashboard, "CPU Usage", Outcome.Pass),
            Entry(SurfaceKind.Dashboard, "Memory Usage", Outcome.Fail),
            Entry(SurfaceKind.Dashboard, "Cache Hit Ratio", Outcome.NotReached),
            Entry(SurfaceKind.Metric, "go_goroutines", Outcome.Fail) with { KnownDefect = "no-go" })
            .Should().Be("""

                  dashboard ✓ 1  ✗ 1  · 1
                    ✗ Memory Usage: [why]
                  metric    ◆ 1
                    ◆ go_goroutines: [why] (no-go)

                """.ReplaceLineEndings("\n"));

    [Fact]
    public void What_was_not_reached_at_all_is_not_shown() => Render(Entry(SurfaceKind.Health, "/health", Outcome.NotReached)).Should().BeEmpty();

    private static SurfaceEntry Entry(SurfaceKind kind, string subject, Outcome outcome) => new(subject, kind, outcome, "[why]", [], null);

    private static string Render(params SurfaceEntry[] surfaces) => PlainConsole.Of(80, console => new SurfaceTable(console, new Glyphs(unicode: true))
        .Write(new RunResult { RunId = "r", Configuration = "c", TimeScale = 25, Surfaces = [.. surfaces] })).ReplaceLineEndings("\n");
}
