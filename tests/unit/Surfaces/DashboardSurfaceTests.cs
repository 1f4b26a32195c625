using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Unit.Surfaces;

public sealed class DashboardSurfaceTests
{
    private static readonly Panel Panel = new("CPU Usage", "cpu", "HighCPUUsage");

    [Fact]
    public void A_line_that_leaves_what_it_showed_while_all_was_well_has_moved() =>
        Judge(Cells.Line("a", s => s < 1200 ? Wave(s) : 20)).Should().Match<SurfaceResult>(r => r.Outcome == Outcome.Pass
            && r.Detail == "data at every step under healthy load, and moved by the fault of HighCPUUsage: {pod=\"a\"} 9 to 11, then 20");

    [Theory]
    [InlineData(20, Outcome.Pass)]
    [InlineData(12.1, Outcome.Pass)]
    [InlineData(11.9, Outcome.Fail)] // within half of the width of what it showed
    [InlineData(10, Outcome.Fail)]
    [InlineData(8.1, Outcome.Fail)]
    [InlineData(7.9, Outcome.Pass)] // down is a movement, too
    public void It_must_leave_it_clearly(double value, Outcome expected) =>
        Judge(Cells.Line("a", s => s < 1200 ? Wave(s) : value)).Outcome.Should().Be(expected);

    [Theory]
    [InlineData(100.9, Outcome.Fail)]
    [InlineData(101.1, Outcome.Pass)]
    public void A_line_without_any_noise_must_move_by_a_hundredth(double value, Outcome expected) =>
        Judge(Cells.Line("a", s => s < 1200 ? 100 : value)).Outcome.Should().Be(expected);

    [Fact]
    public void A_single_spike_is_no_movement() =>
        Judge(Cells.Line("a", s => s == 1500 ? 1000 : Wave(s))).Outcome.Should().Be(Outcome.Fail);

    [Fact]
    public void One_line_that_moves_is_enough() =>
        Judge(Cells.Line("a", s => Wave(s)), Cells.Line("b", s => s < 1200 ? Wave(s) : 20)).Outcome.Should().Be(Outcome.Pass);

    [Fact]
    public void A_line_that_is_new_has_moved() =>
        Judge(Cells.Line("a", s => Wave(s)), Cells.Line("b", s => s < 1200 ? null : 3)).Detail.Should().EndWith("{pod=\"b\"} not there, then 3");

    [Fact]
    public void A_line_that_vanishes_proves_nothing() =>
        Judge(Cells.Line("a", s => s < 1200 ? Wave(s) : null)).Outcome.Should().Be(Outcome.Fail);

    [Fact]
    public void What_rises_while_its_window_fills_is_no_part_of_healthy_load() =>
        Judge(Cells.Line("a", s => s < 300 ? s / 30.0 : s < 1200 ? 10 : 5)).Outcome.Should().Be(Outcome.Pass);

    [Fact]
    public void No_data_at_all_fails() =>
        Judge().Should().Match<SurfaceResult>(r => r.Outcome == Outcome.Fail && r.Detail == "expected data at every step under healthy load, found none at all");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_no_dashboard_can_draw_is_no_data(double value) =>
        Judge(Cells.Line("a", s => s < 1200 ? value : 3)).Detail.Should().EndWith("none at all");

    [Fact]
    public void A_gap_fails() =>
        Judge(Cells.Line("a", s => s is > 500 and < 650 ? null : s < 1200 ? Wave(s) : 20)).Detail.Should().Contain("no sample from");

    [Fact]
    public void Without_the_alerts_cell_it_is_not_reached() =>
        DashboardSurface.Judge(Panel, [Cells.Of("ServiceDown")]).Outcome.Should().Be(Outcome.NotReached);

    [Fact]
    public void A_cell_that_ended_early_proves_nothing() =>
        DashboardSurface.Judge(Panel, [Cells.Of("HighCPUUsage") with { Phases = new() }]).Outcome.Should().Be(Outcome.Inconclusive);

    [Fact]
    public void A_query_that_was_not_answered_proves_nothing() =>
        DashboardSurface.Judge(Panel, [Cells.Of("HighCPUUsage") with { Errors = ["timeout"] }])
            .Should().Match<SurfaceResult>(r => r.Outcome == Outcome.Inconclusive && r.Detail.Contains("timeout"));

    [Fact]
    public void A_topic_without_query_promises_nothing() =>
        DashboardSurface.Judge(Panel with { Query = null }, []).Outcome.Should().Be(Outcome.NotApplicable);

    private static double Wave(int second) => 10 + (second / 30 % 3) - 1;

    private static SurfaceResult Judge(params Series[] lines) => DashboardSurface.Judge(Panel, [Cells.Of("HighCPUUsage").With(Panel, [.. lines])]);
}
