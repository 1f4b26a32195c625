using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Stages;

/// <summary>DWCPPacketLoss: above 0.01 for two minutes, evaluated every 30 seconds.</summary>
public sealed class SimulatedTimeTests
{
    private const int Effect = 10;
    private const int Gone = 20;

    [Theory]
    [InlineData(null, "(bad is > 0.01), and what the rule compares to no value")]
    [InlineData(0.004, "(bad is > 0.01), and what the rule compares to 0.004")]
    public void A_rule_that_does_not_fire_is_told_with_its_own_value(double? own, string message)
    {
        var outcome = Evidence(-1, -1).Simulations[0] with { Own = new OwnValue(own) };

        SimulatedTime.Shortcomings(SampleContracts.DwcpPacketLoss, outcome).Should().ContainSingle().Which.Text.Should().EndWith(message);
    }

    [Fact]
    public void Silence_firing_and_resolution_in_time_leave_a_pass_a_pass()
    {
        foreach (var stage in (StageName[])[StageName.Silent, StageName.Fires, StageName.Resolves])
        {
            Settle(stage, fires: 15, clears: 21).Outcome.Should().Be(Outcome.Pass, stage.ToString());
        }
    }

    [Theory]
    [InlineData(StageName.Silent, 9, 21, "expected silence")]
    [InlineData(StageName.Fires, 14, 21, "expected firing within 150–")]
    [InlineData(StageName.Fires, 19, 21, "found it at 270 s")]
    [InlineData(StageName.Fires, -1, -1, "found none; the promised signal came to 0.05")]
    [InlineData(StageName.Resolves, 15, 23, "expected the alert to resolve within")]
    [InlineData(StageName.Resolves, 15, 99, "firing to the end")]
    public void What_fails_in_virtual_time_fails(StageName stage, int fires, int clears, string message)
    {
        var result = Settle(stage, fires, clears);

        result.Outcome.Should().Be(Outcome.Fail);
        result.Shortcomings.Should().ContainSingle().Which.Should().Match<Shortcoming>(s => s.Subject == "DWCPPacketLoss" && s.Message.Contains(message));
    }

    [Fact]
    public void An_alert_that_clears_while_the_effect_lasts_fails_although_it_resolves_in_time_at_last()
    {
        var evidence = Evidence(15, 21);
        var outcome = evidence.Simulations[0];
        var interrupted = outcome with { Evaluations = [.. outcome.Evaluations.Select((e, i) => i == 18 ? e with { IsFiring = false } : e)] };

        SimulatedTime.Settle(new StageResult(StageName.Resolves, Outcome.Pass, "live"), evidence with { Simulations = [interrupted] })
            .Detail.Should().Contain("expected the alert to fire for as long as the effect lasts, found it cleared 240 s after the effect began, with the promised signal at 0.05");
    }

    [Fact]
    public void What_failed_live_keeps_its_own_shortcomings()
    {
        var live = new StageResult(StageName.Fires, Outcome.Fail, "live") { Shortcomings = [new("metric", "live")] };

        SimulatedTime.Settle(live, Evidence(-1, -1)).Shortcomings.Select(s => s.Subject).Should().Equal("metric", "DWCPPacketLoss");
    }

    [Fact]
    public void What_was_not_reached_stays_so() =>
        SimulatedTime.Settle(new StageResult(StageName.Fires, Outcome.NotReached, ""), Evidence(-1, -1)).Outcome.Should().Be(Outcome.NotReached);

    private static StageResult Settle(StageName stage, int fires, int clears) =>
        SimulatedTime.Settle(new StageResult(stage, Outcome.Pass, "live"), Evidence(fires, clears));

    // Bad from the evaluation after the effect on.
    private static CellEvidence Evidence(int fires, int clears) => new()
    {
        Contract = SampleContracts.DwcpPacketLoss,
        Scale = new TimeScale(25),
        Phases = new Phases(),
        Simulations =
        [
            new SimulationOutcome(
                new SimulatedCase("loss", []) { Effect = At(Effect), Gone = At(Gone) },
                [.. Enumerable.Range(0, 30).Select(i => new SimulatedEvaluation(At(i), fires >= 0 && i >= fires && i < clears, i is > Effect and <= Gone ? 0.05 : 0))]),
        ],
    };

    private static TimeSpan At(int evaluation) => TimeSpan.FromSeconds(30 * evaluation);
}
