using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

public sealed class ResolutionDeliveredStageTests
{
    [Fact]
    public void Everyone_who_was_told_hears_of_it() =>
        Judge(Evidence.For(SampleContracts.ServiceDown)).Outcome.Should().Be(Outcome.Pass);

    [Fact]
    public void Who_never_hears_of_it_fails_by_name()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown).Build();
        var requests = evidence.Requests.Where(r => !(r.Body.Contains("#incidents", StringComparison.Ordinal) && r.Body.Contains("RESOLVED", StringComparison.Ordinal)));

        var result = new ResolutionDeliveredStage().Judge(evidence with { Requests = [.. requests] });

        result.Outcome.Should().Be(Outcome.Fail);
        result.Shortcomings.Single().Subject.Should().Be("slack-incidents");
        result.Detail.Should().StartWith("expected slack-incidents (slack #incidents) to hear of the resolution within 22.5 s (documented), found that it was told of the alert and heard nothing more until");
    }

    [Fact]
    public void An_unexpected_receiver_that_was_told_must_hear_of_it_too()
    {
        var evidence = Evidence.For(SampleContracts.ServiceDown);

        Judge(evidence.Tells(new Channel("slack", "#monitoring"), evidence.FiresAt + 12)).Shortcomings.Single().Subject.Should().Be("slack #monitoring");
    }

    [Theory]
    [InlineData(20, Outcome.Pass)]
    [InlineData(25, Outcome.Fail)]
    public void It_is_bounded(double after, Outcome outcome)
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).TellsNobody();

        Judge(evidence.Tells(SampleContracts.Warnings, evidence.FiresAt + 11).Tells(SampleContracts.Warnings, evidence.ResolvesAt + after, resolution: true)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public void A_message_without_a_status_is_told_by_its_time()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).TellsNobody();
        Same(evidence, 8, evidence.FiresAt + 11);

        Judge(evidence).Outcome.Should().Be(Outcome.Fail, "the one message came while the alert fired");
        Same(evidence, 9, evidence.ResolvesAt + 11);

        var result = Judge(evidence);
        result.Outcome.Should().Be(Outcome.Pass);
        result.Evidence.Should().Contain(e => e.Contains("after CacheHighEvictionRate had resolved", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_watched_long_enough_proves_nothing_and_what_did_not_happen_is_not_reached()
    {
        var evidence = Evidence.For(SampleContracts.CacheHighEvictionRate).TellsNobody();
        evidence.Tells(SampleContracts.Warnings, evidence.FiresAt + 11);

        Judge(evidence.EndsAt(evidence.ResolvesAt + 20)).Outcome.Should().Be(Outcome.Inconclusive);
        Judge(Evidence.For(SampleContracts.ServiceDown).TellsNobody()).Outcome.Should().Be(Outcome.NotReached);
        Judge(Evidence.For(SampleContracts.ServiceDown).Resolves(null)).Outcome.Should().Be(Outcome.NotReached);
    }

    private static void Same(Evidence evidence, long sequence, double at) =>
        evidence.Receives(Bodies.Slack(sequence, Evidence.At(at), "#alerts", "WARNING: CacheHighEvictionRate", null, "the same text"));

    private static StageResult Judge(Evidence evidence) => new ResolutionDeliveredStage().Judge(evidence.Build());
}
