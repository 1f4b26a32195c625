using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Scenarios;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Tests.Unit.Running;

public sealed class PhasePlanTests
{
    private static readonly TimeScale Scale = new(25);

    public static TheoryData<string> Alerts => new(ScenarioCatalogue.All.Select(s => s.Contract.Alert));

    [Theory]
    [MemberData(nameof(Alerts))]
    public void The_quiet_phase_is_long_enough_for_a_rule_that_should_not_fire_to_fire(string alert)
    {
        var contract = ScenarioCatalogue.Select([alert])[0].Contract;

        var plan = PhasePlan.For(contract, Scale, new JustBelow.Level(0.75, 0.95));

        Scale.ToDocumented(plan.Quiet).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(15));
        Scale.ToDocumented(plan.Quiet).Should().BeGreaterThan(contract.Signal.Window + contract.For + (2 * contract.EvaluationInterval));
        plan.JustBelowHold.Should().BeGreaterThan(Scale.ToWall(contract.For + contract.EvaluationInterval));
    }

    [Fact]
    public void A_scenario_without_a_load_just_below_does_not_wait_for_one() =>
        PhasePlan.For(ScenarioCatalogue.All[0].Contract, Scale, new JustBelow.None("none")).JustBelowHold.Should().Be(TimeSpan.Zero);
}
