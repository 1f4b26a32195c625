using NovaCron.Validation.Assertions.Reports.Html.Pictures;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Pictures;

public sealed class AlertCourseTests
{
    [Theory]
    [InlineData("N=10", 30)]
    [InlineData("N=40 and in simulated time at the documented cadence", 120)]
    [InlineData("simulated", 75)]
    public void Wall_time_is_counted_at_the_scale_at_which_the_alert_was_judged(string judgedAt, double seconds) =>
        AlertCourse.Of(SampleFolder.Alert() with { JudgedAt = judgedAt }, null, 25)!.Seconds(SampleFolder.Effect.AddSeconds(3)).Should().BeApproximately(seconds, 1e-9);

    [Fact]
    public void Without_an_effect_time_counts_from_the_injection()
    {
        var alert = SampleFolder.Alert();
        var course = AlertCourse.Of(alert with { Timeline = [alert.Timeline[0]] }, null, 10)!;

        course.IsSinceEffect.Should().BeFalse();
        course.Origin.Should().Be(alert.Timeline[0].At);
    }

    [Fact]
    public void Without_a_fault_there_is_no_course() => AlertCourse.Of(SampleFolder.Alert() with { Timeline = [] }, SampleFolder.Signals(), 10).Should().BeNull();
}
