using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

/// <summary>Which of two messages arrives first differs from run to run: judgements, and the ledger entries that foretell them, must not.</summary>
public sealed class OrderOfArrivalTests
{
    [Theory]
    [InlineData(10.3, 10.4)]
    [InlineData(10.4, 10.3)]
    public void Empty_fields_are_told_in_the_order_of_the_promise(double incidents, double pager)
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).TellsNobody();
        evidence.Receives(Bodies.Slack(8, Evidence.At(evidence.FiresAt + incidents), "#incidents", "CRITICAL: ServiceDown", "[FIRING:1] ServiceDown", "*Alert:* "));
        evidence.Receives(Bodies.PagerDuty(9, Evidence.At(evidence.FiresAt + pager), "YOUR_PAGERDUTY_KEY", "", "trigger"));

        Subjects(new RendersStage(), evidence).Should().Equal("pagerduty-critical", "slack-incidents");
    }

    [Theory]
    [InlineData(22.6, 22.7)]
    [InlineData(22.7, 22.6)]
    public void Late_messages_are_told_in_the_order_of_the_promise(double incidents, double pager) =>
        Subjects(new RoutesStage(), Told(incidents, pager)).Should().Equal("pagerduty-critical", "slack-incidents");

    [Theory]
    [InlineData(22.6, 22.7)]
    [InlineData(22.7, 22.6)]
    public void Late_resolutions_are_told_in_the_order_of_the_promise(double incidents, double pager)
    {
        var evidence = Told(incidents - 12, pager - 12);
        Tell(evidence, evidence.ResolvesAt, incidents, pager, resolution: true);

        Subjects(new ResolutionDeliveredStage(), evidence).Should().Equal("pagerduty-critical", "slack-incidents");
    }

    private static Evidence Told(double incidents, double pager)
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).TellsNobody();
        return Tell(evidence, evidence.FiresAt, incidents, pager, resolution: false);
    }

    private static Evidence Tell(Evidence evidence, double from, double incidents, double pager, bool resolution) => evidence
        .Tells(new Channel("slack", "#incidents"), from + incidents, resolution)
        .Tells(new Channel("pagerduty", "YOUR_PAGERDUTY_KEY"), from + pager, resolution);

    private static IEnumerable<string> Subjects(IStage stage, Evidence evidence) => stage.Judge(evidence.Build()).Shortcomings.Select(s => s.Subject).Distinct();
}
