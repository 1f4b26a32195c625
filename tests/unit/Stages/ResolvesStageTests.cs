using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class ResolvesStageTests
{
    [Fact]
    public void A_series_that_is_there_and_good_resolves()
    {
        var result = Judge(Evidence.For(SampleContracts.ServiceDown));

        result.Outcome.Should().Be(Outcome.Pass);
        result.LatestSeconds.Should().Be(45, "scrape 15 s and evaluation 30 s");
        result.Detail.Should().EndWith("with 1 series present and good");
    }

    [Fact]
    public void Resolving_before_the_systems_own_sign_is_told_as_such()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Build();
        var resolved = CellTimeline.Of(evidence).Resolved!.Value;

        var result = new ResolvesStage().Judge(evidence with { Phases = evidence.Phases with { FaultGone = resolved + evidence.Scale.ToWall(TimeSpan.FromSeconds(8.4)) } });

        result.Outcome.Should().Be(Outcome.Pass);
        result.Detail.Should().StartWith("resolved 8.4 s (documented) before the effect was seen to be gone, allowed 45 s");
    }

    [Fact]
    public void A_series_that_vanished_does_not_resolve()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown);
        var result = Judge(evidence.Signal(evidence.ResolvesAt, double.NegativeInfinity));

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Contain("because they vanished: {instance=\"one\"}");
    }

    [Fact]
    public void A_series_that_is_still_bad_does_not_resolve()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown);

        Judge(evidence.Signal(evidence.ResolvesAt, 0)).Detail.Should().Be("expected the promised signal to be good when the alert resolved, found {instance=\"one\"} = 0");
    }

    [Theory]
    [InlineData(0, Outcome.Pass)]
    [InlineData(30, Outcome.Fail)]
    public void Resolving_is_bounded(double late, Outcome outcome)
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown);

        Judge(evidence.Resolves(evidence.ResolvesAt + late)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public void An_alert_that_never_resolves_fails_and_one_not_watched_long_enough_proves_nothing()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Resolves(null);

        Judge(evidence).Detail.Should().StartWith("expected the alert to resolve within 45 s (documented) after the effect was gone, found it firing until");
        Judge(evidence.EndsAt(evidence.RemovedAt + 30)).Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void Clearing_while_the_fault_holds_fails()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown);
        var result = Judge(evidence.Resolves(evidence.FiresAt + 30).Signal(evidence.FiresAt + 30, double.NegativeInfinity));

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Contain("cleared 30 s (documented) after it fired and before the roll-back; its series vanished");
    }

    [Fact]
    public void Clearing_while_the_promised_signal_is_still_bad_fails_and_when_it_is_good_the_fault_did_not_hold()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown);
        evidence.Resolves(evidence.FiresAt + 30);

        Judge(evidence).Outcome.Should().Be(Outcome.Fail);
        Judge(evidence).Detail.Should().EndWith("the promised signal was still bad");
        Persistence.Broken(evidence.Build()).Should().BeNull();

        var good = evidence.Signal(evidence.FiresAt + 30, 1);
        Judge(good).Outcome.Should().Be(Outcome.Inconclusive);
        Judge(good).Detail.Should().Be("the alert cleared 30 s (documented) after it fired and before the roll-back, when the promised signal was good: the fault did not hold, and that it cleared proves nothing");
        Persistence.Broken(good.Build()).Should().Be(Judge(good).Detail, "it lets the cell run again");
    }

    [Fact]
    public void Clearing_when_the_promised_signal_never_was_bad_fails() =>
        Judge(Evidence.For(SampleContracts.CacheHighEvictionRate).SignalStays(60).Resolves(1600)).Outcome.Should().Be(Outcome.Fail);

    [Fact]
    public void Without_proof_that_the_effect_is_gone_or_that_ALERTS_were_seen_it_is_inconclusive()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Build();

        new ResolvesStage().Judge(evidence with { Phases = evidence.Phases with { FaultGone = null } }).Outcome.Should().Be(Outcome.Inconclusive);
        new ResolvesStage().Judge(evidence with { ContractSignal = [] }).Outcome.Should().Be(Outcome.Inconclusive);
        Judge(Evidence.For(SampleContracts.ServiceDown).NoHeartbeat()).Outcome.Should().Be(Outcome.Inconclusive);
        Judge(Evidence.For(SampleContracts.ServiceDown).NeverFires()).Outcome.Should().Be(Outcome.NotReached);
    }

    private static StageResult Judge(Evidence evidence) => new ResolvesStage().Judge(evidence.Build());
}
