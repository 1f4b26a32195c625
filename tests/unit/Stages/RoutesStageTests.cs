using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class RoutesStageTests
{
    [Fact]
    public void Exactly_the_promised_receivers_pass()
    {
        var result = Judge(Evidence.For(SampleContracts.ServiceDown));

        result.Outcome.Should().Be(Outcome.Pass);
        result.MeasuredSeconds.Should().BeApproximately(10.3, 0.001);
        result.LatestSeconds.Should().Be(22.5, "group_wait 10 s and half a second of round trip at N=25");
    }

    [Fact]
    public void A_promised_receiver_that_is_not_told_fails_by_its_name()
    {
        var evidence = Evidence.For(SampleContracts.DwcpPacketLoss).Build();
        var requests = evidence.Requests.Where(r => !r.Body.Contains("#dwcp-protocol", StringComparison.Ordinal));
        var names = evidence.ActiveAlerts[0] with { Receivers = ["slack-alerts"] };

        var result = new RoutesStage().Judge(evidence with { Requests = [.. requests], ActiveAlerts = [names] });

        result.Outcome.Should().Be(Outcome.Fail);
        result.Shortcomings.Single().Subject.Should().Be("slack-dwcp");
        result.Shortcomings.Single().Absence.Should().BeTrue();
        result.Detail.Should().StartWith("expected slack-dwcp (slack #dwcp-protocol) to be told within 22.5 s (documented) of firing, found no message until").And.EndWith("Alertmanager routes it to slack-alerts");
    }

    [Fact]
    public void An_unexpected_channel_fails_by_its_receivers_name_where_Alertmanager_tells_it()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown);
        var built = evidence.Tells(new Channel("slack", "#monitoring"), evidence.FiresAt + 12).Build();

        var unnamed = new RoutesStage().Judge(built);
        var named = new RoutesStage().Judge(built with { ActiveAlerts = [built.ActiveAlerts[0] with { Receivers = ["pagerduty-critical", "slack-incidents", "default"] }] });

        unnamed.Shortcomings.Single().Subject.Should().Be("slack #monitoring");
        named.Shortcomings.Single().Subject.Should().Be("default");
        named.Detail.Should().Be("expected only pagerduty-critical, slack-incidents to be told, found default (slack #monitoring) too");
    }

    [Fact]
    public void A_receiver_of_another_name_on_the_promised_channel_fails()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).Build();

        var result = new RoutesStage().Judge(evidence with { ActiveAlerts = [evidence.ActiveAlerts[0] with { Receivers = ["default"] }] });

        result.Shortcomings.Select(s => s.Subject).Should().Equal("slack-alerts", "default");
    }

    [Fact]
    public void A_late_message_fails()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).TellsNobody();
        var result = Judge(evidence.Tells(SampleContracts.Warnings, evidence.FiresAt + 40));

        result.Detail.Should().Be("expected slack-alerts to be told within 22.5 s (documented) of firing, found 40 s");
    }

    [Theory]
    [InlineData(0, Outcome.Pass)]
    [InlineData(1, Outcome.Fail)]
    public void Telling_twice_of_one_change_fails(int more, Outcome outcome)
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate);
        for (var i = 0; i < more; i++)
        {
            evidence.Tells(SampleContracts.Warnings, evidence.FiresAt + 30);
        }

        Judge(evidence).Outcome.Should().Be(outcome);
    }

    [Fact]
    public void A_second_pod_that_starts_to_fire_may_bring_a_second_message()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate);
        var result = Judge(evidence.AlsoFires("CacheHighEvictionRate", evidence.FiresAt + 30, evidence.FiresAt + 90).Tells(SampleContracts.Warnings, evidence.FiresAt + 45));

        result.Outcome.Should().Be(Outcome.Pass, result.Detail);
    }

    [Fact]
    public void A_request_that_was_answered_with_an_error_was_not_delivered()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).Build();
        var failed = evidence.Requests.Select(r => r.Body.Contains("#alerts", StringComparison.Ordinal) ? r with { StatusCode = 500 } : r);

        new RoutesStage().Judge(evidence with { Requests = [.. failed] }).Outcome.Should().Be(Outcome.Fail);
    }

    [Fact]
    public void Missing_messages_prove_nothing_when_not_even_the_heartbeat_arrived()
    {
        var silent = Evidence.For(SampleContracts.ServiceDown).TellsNobody();

        Judge(silent).Outcome.Should().Be(Outcome.Fail);
        Judge(silent.NoHeartbeat()).Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void Missing_messages_prove_nothing_when_the_watch_ended_too_soon()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).TellsNobody();

        Judge(evidence.EndsAt(evidence.FiresAt + 20)).Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void Without_Alertmanagers_own_names_the_channels_alone_are_no_proof() =>
        new RoutesStage().Judge(Evidence.For(SampleContracts.ServiceDown).Build() with { ActiveAlerts = [] }).Outcome.Should().Be(Outcome.Inconclusive);

    [Fact]
    public void What_did_not_fire_is_not_reached() =>
        Judge(Evidence.For(SampleContracts.ServiceDown).NeverFires()).Outcome.Should().Be(Outcome.NotReached);

    private static StageResult Judge(Evidence evidence) => new RoutesStage().Judge(evidence.Build());
}
