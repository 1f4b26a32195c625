using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Tests.Unit.BlindSpots;

public sealed class SpotComparisonTests
{
    [Theory]
    [InlineData("nobody", SpotOutcome.Nobody, ExitCode.AsExpected)]
    [InlineData("nobody", SpotOutcome.Told, ExitCode.Defects)]
    [InlineData("told", SpotOutcome.Nobody, ExitCode.Defects)]
    [InlineData("late", SpotOutcome.Wrong, ExitCode.Defects)]
    [InlineData("nobody", SpotOutcome.Inconclusive, ExitCode.Inconclusive)]
    [InlineData(null, SpotOutcome.Nobody, ExitCode.AsExpected)]
    [InlineData(null, SpotOutcome.Inconclusive, ExitCode.Inconclusive)]
    public void Is_strict_in_both_directions(string? foretold, SpotOutcome outcome, ExitCode exitCode) =>
        SpotComparison.ExitCodeOf(new RunFacts(), Compare(foretold, outcome)).Should().Be(exitCode);

    [Fact]
    public void What_kept_a_cell_from_its_end_comes_before_what_others_brought()
    {
        var changed = Compare("told", SpotOutcome.Nobody);

        SpotComparison.ExitCodeOf(new RunFacts { FaultPowerless = true }, changed).Should().Be(ExitCode.Fault);
        SpotComparison.ExitCodeOf(new RunFacts { FaultPowerless = true, EnvironmentLost = true }, changed).Should().Be(ExitCode.Environment);
        SpotComparison.ExitCodeOf(new RunFacts { EnvironmentLost = true, RollBackFailed = true }, changed).Should().Be(ExitCode.RollBack);
    }

    [Fact]
    public void A_run_without_a_blind_spot_proved_nothing() =>
        SpotComparison.ExitCodeOf(new RunFacts(), []).Should().Be(ExitCode.Inconclusive);

    private static IReadOnlyCollection<JudgedSpot> Compare(string? foretold, SpotOutcome outcome)
    {
        var verdict = new SpotVerdict { Outcome = outcome, Detail = "", Proof = "", AllowedSeconds = 0 };
        var file = new ForetoldBlindSpots(foretold is null ? [] : [new ForetoldBlindSpot("some-spot", foretold, "so", new SourcePosition("f", 1, 1))]);
        return SpotComparison.Compare([(Incidents.Promise, verdict)], file);
    }
}
