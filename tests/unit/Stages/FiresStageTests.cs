using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class FiresStageTests
{
    // The effect is at 1232, the first bad evaluation at 1260: 28 s later. for: 1m, evaluation 30 s, scrape 15 s.
    [Theory]
    [InlineData(1320, Outcome.Pass, "fired 88 s (documented) after the effect, allowed 88–118 s")]
    [InlineData(1350, Outcome.Pass, "fired 118 s (documented) after the effect, allowed 88–118 s")]
    [InlineData(1290, Outcome.Fail, "expected firing within 88–118 s (documented) after the effect, found firing at 58 s: too early.")]
    [InlineData(1380, Outcome.Fail, "expected firing within 88–118 s (documented) after the effect, found firing at 148 s: too late.")]
    public void Firing_is_bounded_on_both_sides(double at, Outcome outcome, string detail)
    {
        var result = Judge(Evidence.For(SampleContracts.ServiceDown).Fires(at));

        result.Outcome.Should().Be(outcome);
        result.Detail.Should().StartWith(detail);
        result.MeasuredSeconds.Should().BeApproximately(at - Evidence.Effect, 1e-6);
        (result.EarliestSeconds, result.LatestSeconds).Should().Be((88, 118));
        result.Evidence.Should().Contain("latest: scrape 15 + ramp 13 + evaluation 30 + for 60 = 118 s");
    }

    [Fact]
    public void A_slow_ramp_is_allowed_up_to_the_signals_window_only()
    {
        var contract = SampleContracts.CacheHighEvictionRate;

        Judge(Evidence.For(contract).FirstBadAt(1530).Fires(1830)).Outcome.Should().Be(Outcome.Pass, "298 s of ramp is within the window of 5 m");
        Judge(Evidence.For(contract).FirstBadAt(1650).Fires(1950)).Outcome.Should().Be(Outcome.Fail, "418 s of ramp is not");
    }

    [Fact]
    public void Never_firing_fails_and_says_what_was_seen()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).NeverFires().Build();
        var rule = evidence.LoadedRules[0] with { For = TimeSpan.FromSeconds(24) };

        var result = new FiresStage().Judge(evidence with { LoadedRules = [rule, evidence.LoadedRules[1]] });

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Be("expected firing within 88–118 s (documented) after the effect, found neither pending nor firing until 1500 s; the promised signal came to 0 up (bad is == 0), the rule's expression to 0. The rule says for: 10m and == 0, the strategy 1m and == 0");
        result.Shortcomings.Single().AlsoKnownAs.Should().Equal("up");
    }

    [Fact]
    public void Pending_only_fails_and_says_since_when()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).NeverFires().Build();
        var pending = evidence.Alerts[0] with { Labels = Rules.Map(("alertname", "ServiceDown"), ("alertstate", "pending")) };
        pending = pending with { Samples = [.. pending.Samples.Where(s => s.At >= Evidence.At(1260) && s.At < Evidence.At(1320))] };

        new FiresStage().Judge(evidence with { Alerts = evidence.Alerts.Add(pending) }).Detail.Should().Contain("found pending at 28 s and no firing until 1500 s");
    }

    [Fact]
    public void A_signal_that_the_fault_does_not_move_fails()
    {
        var result = Judge(Evidence.For(SampleContracts.DatabaseDeadlocks).NeverFires().SignalStays(0));

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Contain("the promised signal came to 0 per second (bad is > 0.1)");
    }

    [Fact]
    public void Firing_without_a_bad_signal_fails_and_without_any_signal_is_inconclusive()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).SignalStays(60);

        Judge(evidence).Detail.Should().Contain("expected firing only once the promised signal is > 100 keys per second").And.Contain("had come to 60");
        new FiresStage().Judge(evidence.Build() with { ContractSignal = [] }).Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void What_fired_already_proves_nothing() =>
        Judge(Evidence.For(SampleContracts.ServiceDown).AlsoFires("ServiceDown", 900, 1500)).Outcome.Should().Be(Outcome.Inconclusive);

    [Fact]
    public void An_observation_that_ended_too_soon_proves_nothing()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).NeverFires().Build();

        var result = new FiresStage().Judge(evidence with { Phases = evidence.Phases with { FaultRemoved = Evidence.At(1300) } });

        result.Outcome.Should().Be(Outcome.Inconclusive);
        result.Detail.Should().Contain("68 s (documented) of 118 s only");
    }

    // First bad at 1260, so the alert has until 1350 to fire; bad again at 1320, until 1410.
    [Theory]
    [InlineData(1290, 1320, 1380, Outcome.Inconclusive)]
    [InlineData(1290, 1320, 1440, Outcome.Fail)]
    [InlineData(1290, 1320, 1350, Outcome.Pass)]
    [InlineData(1350, 1380, 1410, Outcome.Inconclusive)]
    [InlineData(1380, 1410, 1440, Outcome.Fail)]
    [InlineData(1290, 1410, null, Outcome.Fail)]
    [InlineData(1290, 9999, null, Outcome.Inconclusive)]
    [InlineData(1380, 9999, null, Outcome.Fail)]
    public void Being_late_fails_only_when_the_signal_stayed_bad_for_as_long_as_the_alert_may_take(double good, double badAgain, int? fires, Outcome outcome)
    {
        var scripted = Evidence.For(SampleContracts.ServiceDown);
        var evidence = fires is { } at ? scripted.Fires(at) : scripted.NeverFires();

        var result = Judge(evidence.Signal(good, 1).Signal(badAgain, 0));

        result.Outcome.Should().Be(outcome, result.Detail);
        (Persistence.Broken(evidence.Build()) is not null).Should().Be(outcome == Outcome.Inconclusive, "what makes the judgement inconclusive lets the cell run again");
    }

    [Theory]
    [InlineData(1350, new double[] { 1260 }, new double[] { 1260 }, Outcome.Pass)]
    [InlineData(1380, new double[] { 1260, 1290 }, new double[] { 1260, 1290 }, Outcome.Inconclusive)]
    [InlineData(1380, new double[] { 1260, 1290 }, new double[] { 1260 }, Outcome.Fail)]
    [InlineData(1380, new double[] { 1260, 1290 }, new double[] { }, Outcome.Fail)]
    [InlineData(1380, new double[] { 1290 }, new double[] { 1290 }, Outcome.Inconclusive)]
    [InlineData(1410, new double[] { 1260, 1290 }, new double[] { 1260, 1290 }, Outcome.Fail)]
    [InlineData(1380, new double[] { 1260 }, new double[] { 1260 }, Outcome.Fail)]
    [InlineData(1380, new double[] { }, new double[] { 1260, 1290, 1320 }, Outcome.Fail)]
    public void Being_late_does_not_fail_when_samples_came_too_late_for_the_evaluations_that_had_to_see_them(double fires, double[] unseen, double[] scraping, Outcome outcome)
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Fires(fires).Unseen(unseen).Scraping(scraping);

        var result = Judge(evidence);

        result.Outcome.Should().Be(outcome, result.Detail);
        (Persistence.Broken(evidence.Build()) is not null).Should().Be(outcome == Outcome.Inconclusive, "what makes the judgement inconclusive lets the cell run again");
    }

    [Fact]
    public void A_rule_whose_condition_was_not_true_is_not_excused_by_a_scrape()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Fires(1380).Unseen(1260, 1290).Scraping(1260, 1290).Build() with { RuleCondition = [] };

        new FiresStage().Judge(evidence).Outcome.Should().Be(Outcome.Fail);
    }

    [Fact]
    public void Late_samples_are_told()
    {
        var result = Judge(Evidence.For(SampleContracts.ServiceDown).Fires(1380).Unseen(1260, 1290).Scraping(1260, 1290));

        result.Detail.Should().Be("the promised signal did not stay bad until the alert had to fire, 118 s (documented) after the effect, but was bad from 88 to 148 s: samples came too late for 2 evaluations, while a scrape was under way, and a late alert proves nothing");
    }

    [Fact]
    public void A_signal_that_broke_off_is_told_with_its_figures()
    {
        var result = Judge(Evidence.For(SampleContracts.ServiceDown).Fires(1380).Signal(1290, 1).Signal(1320, 0));

        result.Detail.Should().Be("the promised signal did not stay bad until the alert had to fire, 118 s (documented) after the effect, but was bad from 28 to 28 s, from 88 to 148 s: the fault did not hold, and a late alert proves nothing");
        (result.MeasuredSeconds, result.LatestSeconds).Should().Be((148, 118));
    }

    [Fact]
    public void Two_pods_that_are_bad_in_turn_are_not_one_that_stays_bad()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).NeverFires().Signal(1320, 1).Build();
        var other = evidence.ContractSignal[0] with { Labels = Rules.Map(("instance", "two")) };
        other = other with { Samples = [.. other.Samples.Select(s => s with { Value = s.At >= Evidence.At(1320) ? 0 : 1 }).Where(s => s.At < Evidence.At(1380))] };

        new FiresStage().Judge(evidence with { ContractSignal = evidence.ContractSignal.Add(other) }).Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void A_missing_firing_that_no_heartbeat_proves_is_inconclusive() =>
        Judge(Evidence.For(SampleContracts.ServiceDown).NeverFires().NoHeartbeat()).Outcome.Should().Be(Outcome.Inconclusive);

    [Fact]
    public void A_signal_asked_between_the_evaluations_widens_the_lower_bound_by_the_step_unseen()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Build();
        var shifted = evidence.ContractSignal[0] with { Samples = [.. evidence.ContractSignal[0].Samples.Select(s => s with { At = s.At + TimeSpan.FromSeconds(0.4) })] };

        var result = new FiresStage().Judge(evidence with { ContractSignal = [shifted] });

        result.Outcome.Should().Be(Outcome.Pass);
        result.EarliestSeconds.Should().BeApproximately(68, 0.01, "first bad at 38 s, for 60 s, less one step of 30 s");
    }

    private static StageResult Judge(Evidence evidence) => new FiresStage().Judge(evidence.Build());
}
