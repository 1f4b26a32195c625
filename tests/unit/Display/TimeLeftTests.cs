using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Tests.Unit.Display;

public sealed class TimeLeftTests
{
    // What a start and a removal take is added to each cell.
    private const double Around = 15;

    [Fact]
    public void Before_the_cells_are_known_nothing_is_estimated() => TimeLeft.Of(new RunState(), TimeSpan.Zero).Should().BeNull();

    [Fact]
    public void A_run_takes_as_long_as_its_longest_cell() => Seconds(Plan(10, 30, 60, 20)).Should().BeApproximately(60 + Around, 1);

    [Fact]
    public void With_fewer_places_cells_wait_for_those_before_them() => Seconds(Plan(1, 30, 60, 20)).Should().BeApproximately(110 + (3 * Around), 1);

    [Fact]
    public void What_has_passed_is_no_longer_left()
    {
        var state = Plan(10, 60).With(Progress(36), TimeSpan.FromSeconds(10));

        Seconds(state, 40).Should().BeApproximately(60 - 30 + 3, 0.1);
    }

    [Fact]
    public void A_cell_that_takes_longer_than_is_likely_has_what_its_phase_may_still_take()
    {
        var state = Plan(10, 20).With(Progress(10), TimeSpan.Zero).With(Progress(50), TimeSpan.FromSeconds(15));

        Seconds(state, 30).Should().BeApproximately(50 - 15 + 3, 0.1);
        Seconds(state, 300).Should().Be(3);
    }

    [Fact]
    public void A_cell_that_is_run_once_more_begins_anew()
    {
        var state = Plan(10, 60).With(Progress(36), TimeSpan.Zero).With(new CellProgress("c0", CellLife.Waiting, TimeSpan.Zero), TimeSpan.FromSeconds(50));

        Seconds(state, 50).Should().BeApproximately(60 + Around, 1);
    }

    [Fact]
    public void When_all_is_over_nothing_is_left() => Seconds(Plan(1, 60).With(new CellEnd("c0", Verdict.Works, false, "works"), TimeSpan.Zero)).Should().Be(0);

    private static CellProgress Progress(int expected) => new("c0", $"phase of {expected}", TimeSpan.FromSeconds(expected));

    private static RunState Plan(int places, params int[] likely) => new RunState().With(new RunPlan([.. likely.Select((l, i) => new CellPlan($"c{i}", TimeSpan.FromSeconds(l)))], places));

    private static double Seconds(RunState state, double now = 0) => TimeLeft.Of(state, TimeSpan.FromSeconds(now))!.Value.TotalSeconds;
}
