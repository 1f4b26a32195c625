using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Timelines;

public sealed class WholeEventsTests
{
    [Theory]
    [InlineData(25, 0.877, 12.3)]
    [InlineData(10, 0.702, 15.375)]
    [InlineData(5, 0.877, 12.3)]
    [InlineData(1, 0.877, 12.3)]
    public void A_window_holds_as_many_as_stay_below_the_threshold(int factor, double share, double interval)
    {
        var events = WholeEvents.Below(SampleContracts.DatabaseDeadlocks, new TimeScale(factor));

        events.Share.Should().BeApproximately(share, 0.001);
        events.Interval.TotalSeconds.Should().BeApproximately(interval, 0.001);
    }

    [Theory]
    [InlineData(25, 0.75)]
    [InlineData(10, 0.688)]
    [InlineData(1, 0.75)]
    public void The_level_is_lowered_only_where_whole_events_cannot_reach_it(int factor, double least)
    {
        var level = WholeEvents.Below(SampleContracts.DatabaseDeadlocks, new TimeScale(factor)).Reach(new JustBelow.Level(0.75, 0.95));

        level.Least.Should().BeApproximately(least, 0.001);
        level.Most.Should().Be(0.95);
    }

    [Fact]
    public void One_event_beyond_the_threshold_is_told_as_that() =>
        WholeEvents.Below(SampleContracts.DatabaseDeadlocks, new TimeScale(50)).Share.Should().BeGreaterThan(1);

    [Theory]
    [InlineData(25)]
    [InlineData(10)]
    [InlineData(5)]
    [InlineData(1)]
    public void No_window_of_samples_holds_one_event_more_wherever_it_begins(int factor)
    {
        var (contract, scale) = (SampleContracts.DatabaseDeadlocks, new TimeScale(factor));
        var events = WholeEvents.Below(contract, scale);
        var window = scale.ToWall(contract.Signal.Window);
        var most = events.Share * contract.Threshold * (window - scale.ToWall(contract.ScrapeInterval)).TotalSeconds;

        var held = Enumerable.Range(0, 500).Select(i => events.Interval * (i / 500.0)).Select(start => Enumerable.Range(0, 100).Count(n => events.Interval * n >= start && events.Interval * n < start + window));

        held.Max().Should().Be((int)Math.Round(most));
    }
}
