using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Tests.Unit.Contracts;
using NovaCron.Validation.Tests.Unit.Stages;

namespace NovaCron.Validation.Tests.Unit.Timelines;

public sealed class TimelineEventsTests
{
    [Fact]
    public void A_kept_promise_is_told_in_order_of_time()
    {
        var events = TimelineEvents.Of(Evidence.For(SampleContracts.ServiceDown).Build());

        events.Select(e => e.Event).Should().Equal(
            "fault-injected", "fault-effective", "pending", "firing", "delivered", "delivered", "fault-removed", "fault-gone", "resolved", "resolution-delivered", "resolution-delivered");
        events[0].DocumentedSeconds.Should().BeApproximately(-2, 1e-6);
        events[3].DocumentedSeconds.Should().BeApproximately(88, 1e-6);
        events[4].Should().Match<TimelineEvent>(e => e.Receiver == "pagerduty-critical" && e.Channel == "pagerduty YOUR_PAGERDUTY_KEY");
    }

    [Fact]
    public void The_inhibition_phase_is_told_by_its_bounds_alone()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown);
        var bound = evidence.ResolvesAt + 120;
        var built = evidence.EndsAt(bound + 600).Tells(SampleContracts.Incidents, bound + 100).Build();

        TimelineEvents.Of(built with { Phases = built.Phases with { InhibitionStart = Evidence.At(bound), InhibitionEnd = Evidence.At(bound + 200) } })
            .Select(e => e.Event).Should().EndWith(["resolution-delivered", "resolution-delivered", "inhibition-started", "inhibition-ended"]);
    }

    [Fact]
    public void What_did_not_happen_is_not_told()
    {
        TimelineEvents.Of(Evidence.For(SampleContracts.ServiceDown).NeverFires().Build()).Select(e => e.Event)
            .Should().Equal("fault-injected", "fault-effective", "fault-removed", "fault-gone");
        TimelineEvents.Of(Evidence.For(SampleContracts.ServiceDown).Build() with { Phases = new Phases() }).Should().BeEmpty();
    }
}
