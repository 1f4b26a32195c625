using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Timelines;

public sealed class AlertTimelineTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    [Fact]
    public void Consecutive_evaluations_are_one_interval_and_its_end_is_the_next_evaluation()
    {
        var timeline = Read(600, Own("firing", 60, 90, 120));

        timeline.Firing.Should().Equal(new AlertInterval(At(60), At(120), At(150)));
        timeline.Firing[0].Contains(At(149)).Should().BeTrue();
        timeline.Firing[0].Contains(At(150)).Should().BeFalse();
    }

    [Fact]
    public void One_missing_evaluation_ends_an_interval_and_jitter_does_not()
    {
        Read(600, Own("firing", 60, 120)).Firing.Should().HaveCount(2);
        Read(600, Own("firing", 60, 104)).Firing.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(120, false)]
    [InlineData(165, false)]
    [InlineData(166, true)]
    public void An_end_is_known_only_when_it_was_observed(double until, bool ended) =>
        Read(until, Own("firing", 60, 90, 120)).Firing[0].Ended.HasValue.Should().Be(ended);

    [Fact]
    public void Several_series_fire_as_long_as_one_of_them_does()
    {
        var timeline = Read(600, Own("firing", 60, 90), Own("firing", 90, 120, 150), Own("pending", 30), Other());

        timeline.Firing.Should().Equal(new AlertInterval(At(60), At(150), At(180)));
        timeline.Pending.Should().Equal(new AlertInterval(At(30), At(30), At(60)));
        timeline.Changes.Should().Equal(At(60), At(90), At(120), At(180));
    }

    [Fact]
    public void An_alert_without_samples_has_no_intervals() => Read(600, Other()).Firing.Should().BeEmpty();

    private static AlertTimeline Read(double until, params Series[] series) => AlertTimeline.Of("X", [.. series], Interval, At(until));

    private static Series Own(string state, params double[] at) => new(Rules.Map(("alertname", "X"), ("alertstate", state)), [.. at.Select(a => new Sample(At(a), 1))]);

    private static Series Other() => new(Rules.Map(("alertname", "Y"), ("alertstate", "firing")), [new Sample(At(0), 1)]);

    private static DateTimeOffset At(double seconds) => Evidence.At(seconds, 1);
}
