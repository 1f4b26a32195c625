using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class RendersStageTests
{
    private const string Whole = "*Severity:* warning\n*Component:* cache\n\n*Alert:* High\n*Description:* Rate is 300\n";

    [Theory]
    [InlineData(Whole, Outcome.Pass, "every promised field can be read in the messages to slack-alerts")]
    [InlineData("*Severity:* \n*Component:* cache\n*Alert:* High\n*Description:* x", Outcome.Fail, "slack-alerts: expected a value in the field Severity, found it empty")]
    [InlineData("*Component:* cache\n*Alert:* High\n*Description:* x", Outcome.Fail, "slack-alerts: expected the field Severity, found only title, text, color, fallback, Component, Alert, Description")]
    [InlineData(Whole + "*Pod:* <no value>", Outcome.Fail, "slack-alerts: found <no value> in the field text")]
    [InlineData(Whole + "*Pod:* {{ .Labels.pod }}", Outcome.Fail, "slack-alerts: found {{ in the field text")]
    [InlineData(Whole + "*Pod:* %!s(float64=3)", Outcome.Fail, "slack-alerts: found %! in the field text")]
    [InlineData("*Severity:* warning\n*Component:* cache\n*Alert:* a\n*Alert:* \n*Description:* x", Outcome.Fail, "slack-alerts: expected a value in the field Alert, found it empty")]
    public void Every_promised_field_must_be_readable(string text, Outcome outcome, string detail)
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).TellsNobody();
        evidence.Receives(Bodies.Slack(9, Evidence.At(evidence.FiresAt + 11), "#alerts", "WARNING: CacheHighEvictionRate", "[FIRING:1] CacheHighEvictionRate", text));

        var result = new RendersStage().Judge(evidence.Build());

        result.Outcome.Should().Be(outcome, result.Detail);
        result.Detail.Should().StartWith(detail);
        result.Shortcomings.Select(s => s.Subject).Distinct().Should().BeEquivalentTo(outcome == Outcome.Fail ? ["slack-alerts"] : []);
    }

    [Theory]
    [InlineData("ServiceDown", Outcome.Pass)]
    [InlineData("", Outcome.Fail)]
    [InlineData("Something else", Outcome.Fail)]
    public void PagerDuty_must_say_which_alert_it_is(string description, Outcome outcome)
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).TellsNobody();
        evidence.Receives(Bodies.PagerDuty(9, Evidence.At(evidence.FiresAt + 11), "YOUR_PAGERDUTY_KEY", description, "trigger"));

        new RendersStage().Judge(evidence.Build()).Outcome.Should().Be(outcome);
    }

    [Fact]
    public void Without_a_message_it_is_not_reached() =>
        new RendersStage().Judge(Evidence.For(SampleContracts.ServiceDown).TellsNobody().Build()).Outcome.Should().Be(Outcome.NotReached);
}
