using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Reports.Html.Pictures;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Pictures;

public sealed class CourseLanesTests
{
    private static readonly AlertEntry Alert = SampleFolder.Alert();

    [Fact]
    public void There_is_a_lane_for_the_fault_the_alert_and_every_receiver() =>
        Lanes().Select(l => (l.Name, l.Note)).Should().Equal(
            ("fault", "container-kill"), ("alert", "as Prometheus evaluates it"), ("pager", "pagerduty KEY"), ("slack-incidents", "slack #incidents"));

    [Fact]
    public void The_fault_sets_in_holds_and_goes() =>
        Lanes()[0].Bars.Select(b => (b.Kind, b.From, b.To)).Should().Equal(("just-below", -100, -20), ("setting-in", -5, 0), ("fault", 0, 150), ("setting-off", 150, 200));

    [Fact]
    public void Each_range_is_counted_from_where_its_stage_counts()
    {
        var lanes = Lanes();

        lanes[1].Ranges.Should().Equal(
            new AllowedRange(StageName.Fires, 70, 100, IsMet: true),
            new AllowedRange(StageName.Resolves, 200, 245, IsMet: true));
        lanes[2].Ranges.Should().Equal(
            new AllowedRange(StageName.Routes, 75, 90, IsMet: true),
            new AllowedRange(StageName.ResolutionDelivered, 220, 235, IsMet: true));
    }

    [Fact]
    public void Who_heard_nothing_of_the_resolution_misses_the_range() =>
        Lanes()[3].Ranges.Should().Contain(new AllowedRange(StageName.ResolutionDelivered, 220, 235, IsMet: false));

    [Fact]
    public void A_time_outside_of_the_range_misses_it()
    {
        var late = Alert with { Stages = [.. Alert.Stages.Select(s => s.Stage == StageName.Fires ? s with { LatestSeconds = 74 } : s)] };

        CourseLanes.Of(late, AlertCourse.Of(late, null, 10)!)[1].Ranges.Should().Contain(new AllowedRange(StageName.Fires, 70, 74, IsMet: false));
    }

    [Fact]
    public void A_receiver_that_nobody_promised_has_a_lane_that_says_so()
    {
        var stray = Alert with { Promised = [], Timeline = [.. Alert.Timeline.Select(e => e.Channel is null ? e : e with { Receiver = null })] };

        CourseLanes.Of(stray, AlertCourse.Of(stray, null, 10)!).Skip(2).Select(l => (l.Name, l.Note)).Should().Equal(("not promised", "pagerduty KEY"), ("not promised", "slack #incidents"));
    }

    [Fact]
    public void Without_samples_the_states_come_from_the_events() =>
        CourseLanes.Of(Alert, AlertCourse.Of(Alert, null, 10)!)[1].Bars.Select(b => (b.Kind, b.From, b.To)).Should().Equal(("pending", 15, 75), ("firing", 75, 220));

    private static IReadOnlyList<Lane> Lanes() => CourseLanes.Of(Alert, AlertCourse.Of(Alert, SampleFolder.Signals(), 10)!);
}
