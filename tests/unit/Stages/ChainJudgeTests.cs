using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class ChainJudgeTests
{
    public static TheoryData<string, int> Alerts()
    {
        var data = new TheoryData<string, int>();
        foreach (var contract in SampleContracts.All)
        {
            data.Add(contract.Alert, 1);
            data.Add(contract.Alert, 25);
            data.Add(contract.Alert, 100);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void A_kept_promise_passes_every_stage_at_every_scale(string alert, int scale)
    {
        var evidence = Evidence.For(SampleContracts.All.Single(c => c.Alert == alert)).Scale(scale).Build();

        var results = ChainJudge.Judge(evidence);

        results.Where(r => r.Stage != StageName.Inhibits).Should().OnlyContain(r => r.Outcome == Outcome.Pass, string.Join("\n", results.Select(r => $"{r.Stage} {r.Outcome} {r.Detail}")));
        results.Select(r => r.Stage).Should().Equal(Enum.GetValues<StageName>());
        Verdicts.Of(results).Should().Be(Verdict.Works);
    }

    [Fact]
    public void A_rule_that_does_not_load_ends_the_chain()
    {
        var evidence = Evidence.For(SampleContracts.DwcpPacketLoss).Build() with { LoadError = "dwcp-alerts.yml:70: function \"dwcp_streams_max\" not defined" };

        var results = ChainJudge.Judge(evidence);

        results[0].Outcome.Should().Be(Outcome.Fail);
        results.Skip(1).Should().OnlyContain(r => r.Outcome == Outcome.NotReached);
    }

    [Fact]
    public void What_never_fires_leaves_nothing_to_route_or_to_resolve()
    {
        var results = ChainJudge.Judge(Evidence.For(SampleContracts.DatabaseDeadlocks).NeverFires().Build());

        Outcomes(results).Should().Equal(
            Outcome.Pass, Outcome.Pass, Outcome.Pass, Outcome.Fail, Outcome.NotReached, Outcome.NotReached, Outcome.NotApplicable, Outcome.NotReached, Outcome.NotReached);
    }

    [Fact]
    public void What_fires_too_late_has_fired_and_is_judged_on()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown);
        var late = evidence.Fires(evidence.FiresAt + 60).Build();

        var results = ChainJudge.Judge(late);

        results[3].Outcome.Should().Be(Outcome.Fail);
        results[4].Outcome.Should().Be(Outcome.Pass, results[4].Detail);
    }

    [Fact]
    public void A_powerless_fault_proves_nothing()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).NeverFires().Build();
        var results = ChainJudge.Judge(evidence with { Phases = evidence.Phases with { FaultEffective = null } });

        results[3].Outcome.Should().Be(Outcome.Inconclusive);
        results[4].Outcome.Should().Be(Outcome.NotReached);
        Verdicts.Of(results).Should().Be(Verdict.Inconclusive);
    }

    [Fact]
    public void What_fired_already_while_all_was_well_is_judged_for_that_and_reaches_nothing_more()
    {
        var evidence = Evidence.For(SampleContracts.DatabaseDeadlocks).NeverFires().AlsoFires("DatabaseDeadlocks", 90, 3000).Build();

        var results = ChainJudge.Judge(evidence);

        Outcomes(results).Should().Equal(
            Outcome.Pass, Outcome.Pass, Outcome.Fail, Outcome.NotReached, Outcome.NotReached, Outcome.NotReached, Outcome.NotApplicable, Outcome.NotReached, Outcome.NotReached);
        results[3].Detail.Should().StartWith("the alert fired already while all was well");
        Verdicts.Of(results).Should().Be(Verdict.Defective);
    }

    [Fact]
    public void What_fired_before_the_fault_and_failed_for_nothing_stays_inconclusive()
    {
        // From the end of just below to the injection nothing may fire either, but this began with the injection's own instant still ahead and the quiet phase behind it.
        var evidence = Evidence.For(SampleContracts.DatabaseDeadlocks).AlsoFires("DatabaseDeadlocks", 90, 3000).Build();
        var unjudged = evidence with { DeclaredAlerts = evidence.DeclaredAlerts.Add("DatabaseDeadlocks", "declared for the test") };

        ChainJudge.Judge(unjudged)[3].Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void The_inhibition_phase_is_no_part_of_the_main_chain()
    {
        var contract = SampleContracts.CacheHighEvictionRate with { InhibitedBy = ["CacheDown"] };
        var chain = Evidence.For(contract);
        var start = chain.ResolvesAt + 120;
        chain.EndsAt(start + 1500);
        var phase = chain.AlsoFires("CacheDown", start + 60, start + 1200).AlsoFires(contract.Alert, start + 500, start + 900)
            .Tells(SampleContracts.Incidents, start + 600).Signal(start + 300, 1000);
        var evidence = phase.Build();
        var parted = evidence with
        {
            Phases = evidence.Phases with { InhibitionStart = Evidence.At(start), InhibitionEnd = Evidence.At(start + 590) },
            ActiveAlerts =
            [
                .. evidence.ActiveAlerts,
                Rules.Active(contract, Evidence.At(start + 520), "suppressed", null, "fingerprint-CacheDown"),
                Rules.Active(contract, Evidence.At(start + 520), "active", "CacheDown"),
            ],
            InhibitionEvidence = ["both faults were there"],
        };

        ChainJudge.Judge(parted).Should().OnlyContain(r => r.Outcome == Outcome.Pass);
        ChainJudge.Judge(parted).Single(r => r.Stage == StageName.Inhibits).Evidence.Should().Contain("both faults were there");
        ChainJudge.Judge(evidence).Where(r => r.Outcome != Outcome.Pass).Select(r => r.Stage).Should().Contain([StageName.Routes, StageName.Resolves]);
    }

    [Fact]
    public void An_observers_error_makes_what_rests_on_an_absence_inconclusive()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Build() with { ObserverErrors = ["prometheus:9090: connection refused"] };

        var results = ChainJudge.Judge(evidence);

        results.Where(r => r.Outcome == Outcome.Inconclusive).Select(r => r.Stage).Should().Equal(StageName.Silent, StageName.Routes, StageName.Resolves);
        results[2].Detail.Should().Contain("connection refused");
        results[3].Outcome.Should().Be(Outcome.Pass, "what was seen stays seen");
    }

    [Fact]
    public void An_observers_error_makes_a_missing_firing_inconclusive()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).NeverFires().Build();

        ChainJudge.Judge(evidence)[3].Outcome.Should().Be(Outcome.Fail);
        ChainJudge.Judge(evidence with { ObserverErrors = ["lost"] })[3].Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void An_observers_error_does_not_excuse_what_was_seen()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).AlsoFires("CacheDown", 300, 400).Build() with { ObserverErrors = ["lost"] };

        ChainJudge.Judge(evidence)[2].Outcome.Should().Be(Outcome.Fail);
    }

    [Fact]
    public void A_disturbance_replaces_no_failure_and_is_listed_with_it()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).NeverFires().Build() with { Disturbances = ["missed scrape of api"] };

        var fires = ChainJudge.Judge(evidence)[3];

        fires.Outcome.Should().Be(Outcome.Fail);
        fires.Evidence.Should().Contain("disturbance: missed scrape of api");
    }

    [Fact]
    public void A_disturbance_leaves_a_pass_that_stands_on_its_own_evidence()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Build() with { Disturbances = ["a stall of 0.3 s"] };

        ChainJudge.Judge(evidence)[3].Outcome.Should().Be(Outcome.Pass);
    }

    [Fact]
    public void No_evidence_at_all_is_never_a_pass()
    {
        var full = Evidence.For(SampleContracts.ServiceDown).Build();
        var nothing = new Assertions.Timelines.CellEvidence { Contract = full.Contract, Scale = full.Scale, Phases = new Assertions.Timelines.Phases() };

        var results = ChainJudge.Judge(nothing);

        results.Should().OnlyContain(r => r.Outcome != Outcome.Pass && r.Outcome != Outcome.Fail);
        Verdicts.Of(results).Should().Be(Verdict.Inconclusive);
    }

    private static IEnumerable<Outcome> Outcomes(IEnumerable<StageResult> results) => results.Select(r => r.Outcome);
}
