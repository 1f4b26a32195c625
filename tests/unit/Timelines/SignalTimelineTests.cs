using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Timelines;

public sealed class SignalTimelineTests
{
    [Theory]
    [InlineData(Comparator.Above, 10.1, true)]
    [InlineData(Comparator.Above, 10, false)]
    [InlineData(Comparator.Above, double.PositiveInfinity, true)]
    [InlineData(Comparator.Above, double.NaN, false)]
    [InlineData(Comparator.Below, 9.9, true)]
    [InlineData(Comparator.Below, 10, false)]
    [InlineData(Comparator.Below, double.NaN, false)]
    [InlineData(Comparator.EqualTo, 10, true)]
    [InlineData(Comparator.EqualTo, 10.1, false)]
    public void The_bad_side_is_PromQLs(Comparator comparator, double value, bool bad) => Of(comparator).IsBad(value).Should().Be(bad);

    [Fact]
    public void Any_bad_series_is_bad_and_good_is_when_none_is()
    {
        var timeline = Of(Comparator.Above, [1, 1, 20, 20, 1], [1, 1, 1, 1, 1]);

        timeline.FirstBad(At(0)).Should().Be(At(60));
        timeline.FirstBad(At(61)).Should().Be(At(90));
        timeline.FirstBad(At(0), At(30)).Should().BeNull();
        timeline.LastGoodBefore(At(60)).Should().Be(At(30));
        timeline.LongestBad(At(0), At(150)).Should().Be(TimeSpan.FromSeconds(30));
        timeline.Worst(At(0), At(150)).Should().Be(20);
    }

    [Fact]
    public void Stretches_are_of_one_series_each_and_a_missing_step_ends_them()
    {
        var timeline = Of(Comparator.Above, [1, 20, 20, 1, 20], [20, 1, 20, double.NaN, 1]);

        timeline.BadStretches(At(0), At(150)).Should().Equal((At(0), At(0)), (At(30), At(60)), (At(60), At(60)), (At(120), At(120)));
        timeline.BadStretches(At(31), At(90)).Should().Equal((At(60), At(60)), (At(60), At(60)));
    }

    [Fact]
    public void A_signal_stands_still_when_all_series_have_one_value()
    {
        Of(Comparator.Above, [0, 0, 0, 1], [0, 0, 0, 0]).StoodStillAt(At(0), At(60)).Should().Be(0);
        Of(Comparator.Above, [0, 0, 0, 1], [0, 0, 0, 0]).StoodStillAt(At(0), At(90)).Should().BeNull("it moved");
        Of(Comparator.Above, [0, 0], [1, 1]).StoodStillAt(At(0), At(30)).Should().BeNull("two series differ");
        Of(Comparator.Above, [0, 0]).StoodStillAt(At(120), At(300)).Should().BeNull("there is no sample");
    }

    [Fact]
    public void The_state_at_an_instant_tells_good_bad_and_vanished_series_apart()
    {
        var timeline = Of(Comparator.Above, [20, 20, 20, 1], [20, 20, 20, 20], [20, 20], [1, 1, 1, 1]);

        var (vanished, bad, good) = timeline.StateAt(At(0), At(90));

        vanished.Should().Equal("{n=\"2\"}");
        bad.Should().Equal("{n=\"1\"} = 20");
        good.Should().Be(1, "the series that never was bad is not asked");
    }

    [Theory]
    [InlineData(120, false)]
    [InlineData(190, true)]
    public void A_gap_at_the_end_is_a_gap(double to, bool gap) =>
        (Of(Comparator.Above, [1, 1, 1, 1, 1]).Gap(At(0), At(to)) is not null).Should().Be(gap);

    [Theory]
    [InlineData(Comparator.Above, 8, 0.8)]
    [InlineData(Comparator.Below, 12.5, 0.8)]
    public void The_share_of_the_threshold_is_how_near_it_is(Comparator comparator, double value, double share) =>
        Of(comparator).ShareOfThreshold(value).Should().BeApproximately(share, 1e-9);

    private static SignalTimeline Of(Comparator comparator, params double[][] values) => new(
        [.. values.Select((v, n) => new Series(Rules.Map(("n", $"{n}")), [.. v.Select((x, i) => new Sample(At(i * 30), x))]))],
        comparator, 10, TimeSpan.FromSeconds(30));

    private static DateTimeOffset At(double seconds) => Evidence.At(seconds, 1);
}
