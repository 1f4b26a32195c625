using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class InhibitsStageTests
{
    private static readonly AlertContract Inhibited = SampleContracts.CacheHighEvictionRate with { InhibitedBy = ["CacheDown"] };

    [Fact]
    public void Without_a_promise_it_does_not_apply() =>
        Judge(Evidence.For(SampleContracts.CacheHighEvictionRate).Build()).Outcome.Should().Be(Outcome.NotApplicable);

    [Fact]
    public void An_inhibition_that_Alertmanager_itself_reports_passes() =>
        Judge(Both("suppressed", "fingerprint-CacheDown")).Outcome.Should().Be(Outcome.Pass);

    [Fact]
    public void An_alert_that_Alertmanager_shows_uninhibited_fails()
    {
        var result = Judge(Both("active"));

        result.Outcome.Should().Be(Outcome.Fail);
        result.Detail.Should().Be("expected Alertmanager to report CacheHighEvictionRate inhibited by CacheDown, found it active with inhibitedBy empty");
    }

    [Fact]
    public void A_message_that_came_all_the_same_fails()
    {
        var evidence = Both("suppressed", "fingerprint-CacheDown", tells: true);

        Judge(evidence).Detail.Should().StartWith("expected nobody to be told of CacheHighEvictionRate while CacheDown fires");
    }

    [Fact]
    public void An_absent_message_alone_proves_nothing() =>
        Judge(Both("suppressed", "fingerprint-CacheDown") with { ActiveAlerts = [] }).Outcome.Should().Be(Outcome.Inconclusive);

    [Fact]
    public void An_inhibitor_that_never_fired_or_fired_too_late_proves_nothing()
    {
        Judge(Evidence.For(Inhibited).Build()).Outcome.Should().Be(Outcome.Inconclusive);
        var late = Evidence.For(Inhibited).TellsNobody();
        Judge(late.AlsoFires("CacheDown", late.FiresAt + 30, late.FiresAt + 300).Build()).Outcome.Should().Be(Outcome.Inconclusive);
    }

    [Fact]
    public void An_alert_that_never_resolved_could_not_be_tried()
    {
        var result = Judge(Evidence.For(Inhibited).Resolves(null).Build());

        result.Outcome.Should().Be(Outcome.NotReached);
        result.Detail.Should().StartWith("the alert did not resolve after the fault");
    }

    [Fact]
    public void What_happened_before_the_phase_is_no_inhibition()
    {
        var evidence = Both("suppressed", "fingerprint-CacheDown");

        Judge(evidence with { Phases = evidence.Phases with { InhibitionStart = Evidence.At(5000) } }).Detail.Should().Contain("did not fire at the same time");
    }

    [Fact]
    public void An_inhibition_that_nobody_promised_fails()
    {
        var evidence = Both("suppressed", "fingerprint-CacheDown") with { Contract = SampleContracts.CacheHighEvictionRate };

        Judge(evidence).Detail.Should().Be("expected no inhibition, found the alert inhibited by CacheDown");
    }

    [Fact]
    public void What_is_withheld_as_promised_is_no_failure_of_routes()
    {
        new RoutesStage().Judge(Both("suppressed", "fingerprint-CacheDown")).Outcome.Should().Be(Outcome.NotReached);
        new RoutesStage().Judge(Both("active")).Outcome.Should().Be(Outcome.Fail);
    }

    private static StageResult Judge(CellEvidence evidence) => new InhibitsStage().Judge(evidence);

    private static CellEvidence Both(string state, string? by = null, bool tells = false)
    {
        var evidence = Evidence.For(Inhibited);
        evidence = (tells ? evidence : evidence.TellsNobody()).AlsoFires("CacheDown", evidence.FiresAt - 60, evidence.ResolvesAt + 200);
        var seen = Evidence.At(evidence.FiresAt + 15);
        return evidence.Build() with
        {
            ActiveAlerts = [Rules.Active(Inhibited, seen, state, null, by is null ? [] : [by]), Rules.Active(Inhibited, seen, "active", "CacheDown")],
        };
    }
}
