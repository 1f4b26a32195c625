using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class SilentStageTests
{
    [Fact]
    public void A_blind_rule_is_told_beside_what_fired()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).AlsoFires("CacheDown", 300, 400).Build() with { RuleSignal = [] };

        new SilentStage().Judge(evidence).Shortcomings.Select(s => (s.Subject, s.Absence)).Should().Equal(("CacheDown", false), ("ServiceDown", true));
    }

    [Fact]
    public void Silence_with_a_value_at_every_evaluation_passes_and_names_the_share()
    {
        var result = Judge(Evidence.For(SampleContracts.CacheHighEvictionRate));

        result.Outcome.Should().Be(Outcome.Pass);
        result.Detail.Should().Contain("85 keys per second of a threshold of 100, 85.0 % of the way");
        result.RestsOnAbsence.Should().BeTrue();
    }

    [Theory]
    [InlineData("CacheHighEvictionRate", 90)]
    [InlineData("CacheHighMemoryUsage", 300)]
    public void Any_alert_that_fires_while_all_is_well_fails(string alert, double at)
    {
        var result = Judge(Evidence.For(SampleContracts.CacheHighEvictionRate).AlsoFires(alert, at, at + 60));

        result.Outcome.Should().Be(Outcome.Fail);
        result.Shortcomings.Single().Subject.Should().Be(alert);
        result.Detail.Should().Be($"expected no alert while all was well, found {alert} firing {at} s (documented) into it");
    }

    [Fact]
    public void A_declared_alert_may_fire()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).AlsoFires("CacheHighMemoryUsage", 90, 2000).Build();
        var declared = ImmutableSortedDictionary<string, string>.Empty.Add("CacheHighMemoryUsage", "eviction holds memory full");

        new SilentStage().Judge(evidence with { DeclaredAlerts = declared }).Outcome.Should().Be(Outcome.Pass);
    }

    [Fact]
    public void A_rule_whose_metric_is_not_there_fails_although_it_is_silent()
    {
        var result = new SilentStage().Judge(Evidence.For(SampleContracts.CacheHighEvictionRate).Build() with { RuleSignal = [], ContractSignal = [] });

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Contain("its metric is not there (redis_evicted_keys_total)");
        result.Shortcomings.Single().AlsoKnownAs.Should().Equal("redis_evicted_keys_total");
    }

    // Good in the query, since a scrape that began before the evaluation ended well after it.
    [Fact]
    public void A_brief_fault_that_only_the_rule_saw_was_seen() =>
        Judge(Evidence.For(SampleContracts.ServiceDown).Signal(900, 1).AlsoPends("ServiceDown", 900, 900)).Detail.Should().Contain("the signal was bad over 0 s (documented), less than for: 1m");

    [Fact]
    public void A_rule_that_asks_for_something_else_is_not_told_that_its_metric_is_missing()
    {
        var result = new SilentStage().Judge(Evidence.For(SampleContracts.CacheHighEvictionRate).Build() with { RuleSignal = [] });

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Contain("what the strategy measures is there (redis_evicted_keys_total), but the rule asks for something else");
    }

    [Fact]
    public void One_missing_evaluation_makes_silence_inconclusive()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).Build();
        var series = evidence.RuleSignal[0];
        var holed = series with { Samples = [.. series.Samples.Where(s => s.At != Evidence.At(300))] };

        var result = new SilentStage().Judge(evidence with { RuleSignal = [holed] });

        result.Outcome.Should().Be(Outcome.Inconclusive);
        result.Detail.Should().Contain("no sample from");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(74.9)]
    [InlineData(95.1)]
    public void A_level_outside_the_range_proves_nothing(double level)
    {
        var result = Judge(Evidence.For(SampleContracts.CacheHighEvictionRate).Signal(660, level));

        result.Outcome.Should().Be(Outcome.Inconclusive);
        result.Detail.Should().Contain("did not come just below").And.Contain(FormattableString.Invariant($"{level}"));
    }

    [Fact]
    public void A_signal_that_stands_still_while_the_faulted_system_comes_close_cannot_see()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).Signal(0, 0).Signal(660, 0).Build();

        var result = new SilentStage().Judge(evidence with { FaultEvidence = ["just below: evicted_keys 0 -> 850", "effective: later"] });

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Contain("stood at 0 keys per second the whole time").And.Contain("cannot see");
        result.Shortcomings.Single().Should().Match<Shortcoming>(s => s.Subject == "CacheHighEvictionRate" && s.Absence && s.AlsoKnownAs.Contains("redis_evicted_keys_total"));
        result.Evidence.Should().Equal("just below: evicted_keys 0 -> 850");
    }

    [Theory]
    [InlineData(0.85, Outcome.Pass)]
    [InlineData(0.99, Outcome.Pass)]
    [InlineData(0.81, Outcome.Inconclusive)]
    [InlineData(1.2, Outcome.Inconclusive)]
    public void Where_low_is_bad_near_is_above_the_threshold(double level, Outcome outcome) =>
        Judge(Evidence.For(SampleContracts.CacheLowHitRate).Signal(0, 0.995).Signal(660, level)).Outcome.Should().Be(outcome);

    [Fact]
    public void Firing_below_the_promised_threshold_fails()
    {
        var result = Judge(Evidence.For(SampleContracts.CacheHighEvictionRate).AlsoFires("CacheHighEvictionRate", 1050, 1200));

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Contain("just below the threshold").And.Contain("came to 85 keys per second of a threshold of 100");
    }

    [Fact]
    public void Firing_when_the_scenario_overshot_for_long_enough_is_not_held_against_the_alert()
    {
        var result = Judge(Evidence.For(SampleContracts.CacheHighEvictionRate).Signal(660, 120).AlsoFires("CacheHighEvictionRate", 1050, 1200));

        result.Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void A_short_break_passes_and_one_that_lasts_for_or_never_shows_proves_nothing()
    {
        Judge(Evidence.For(SampleContracts.ServiceDown)).Outcome.Should().Be(Outcome.Pass);
        Judge(Evidence.For(SampleContracts.ServiceDown).Signal(930, 0).Signal(960, 0).Signal(990, 1)).Outcome.Should().Be(Outcome.Inconclusive);
        Judge(Evidence.For(SampleContracts.ServiceDown).Signal(900, 1)).Detail.Should().Contain("was good at every evaluation");
    }

    [Fact]
    public void A_short_break_that_fires_fails() =>
        Judge(Evidence.For(SampleContracts.ServiceDown).AlsoFires("ServiceDown", 900, 930)).Outcome.Should().Be(Outcome.Fail);

    [Fact]
    public void Without_a_just_below_the_quiet_phase_decides()
    {
        Judge(Evidence.For(SampleContracts.ServiceDown).JustBelow(new JustBelow.None("a hung pod has no near miss"))).Detail.Should().EndWith("nothing just below: a hung pod has no near miss");
        var evidence = Evidence.For(SampleContracts.ServiceDown).Build();
        new SilentStage().Judge(evidence with { Phases = evidence.Phases with { JustBelowEnd = null } }).Outcome.Should().Be(Outcome.Inconclusive);
        new SilentStage().Judge(evidence with { Phases = new Phases() }).Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void Silence_that_no_heartbeat_proves_to_be_seen_is_inconclusive() =>
        Judge(Evidence.For(SampleContracts.ServiceDown).NoHeartbeat()).Outcome.Should().Be(Outcome.Inconclusive);

    [Theory]
    [InlineData(0.85, null)]
    [InlineData(0.98, "just below the threshold the promised signal came to 98, 98.0 % of the way (wanted 75 % to 95 %)")]
    [InlineData(0.6, "just below the threshold the promised signal came to 60, 60.0 % of the way (wanted 75 % to 95 %)")]
    public void A_level_that_was_missed_is_inconclusive_and_lets_the_cell_run_again(double share, string? disturbance)
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).Signal(660, share * 100).Build();

        JustBelowLevel.Missed(evidence).Should().Be(disturbance);
        new SilentStage().Judge(evidence).Outcome.Should().Be(disturbance is null ? Outcome.Pass : Outcome.Inconclusive);
    }

    [Fact]
    public void A_signal_that_does_not_move_missed_no_level() =>
        JustBelowLevel.Missed(Evidence.For(SampleContracts.CacheHighEvictionRate).Signal(0, 0).Signal(660, 0).SignalStays(0).Build()).Should().BeNull();

    private static StageResult Judge(Evidence evidence) => new SilentStage().Judge(evidence.Build());
}
