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
    public void A_signal_that_jumps_to_its_level_is_held_before_its_window_has_passed()
    {
        var contract = ScenarioCatalogue.Select(["PodRestartingFrequently"])[0].Contract;

        var plan = PhasePlan.For(contract, Scale, new JustBelow.Level(0.75, 0.95) { IsAtOnce = true });

        (plan.JustBelowSettle + plan.JustBelowHold).Should().BeLessThan(Scale.ToWall(contract.Signal.Window));
        PhasePlan.For(contract, Scale, new JustBelow.Level(0.75, 0.95)).JustBelowSettle.Should().BeGreaterThan(Scale.ToWall(contract.Signal.Window));
    }

    [Fact]
    public void An_inhibition_takes_the_inhibitors_time_and_the_alerts_own_once_more()
    {
        var (contract, inhibitor) = (ScenarioCatalogue.Select(["HighCPUUsage"])[0].Contract, ScenarioCatalogue.Select(["ServiceDown"])[0].Contract);
        var (without, with) = (PhasePlan.For(contract, Scale, new JustBelow.Brief()), PhasePlan.For(contract, Scale, new JustBelow.Brief(), inhibitor));

        (with.Whole - without.Whole).Should().BeGreaterThan(Budget.LongestWaitForFiring(inhibitor, Scale) + Budget.LongestWaitForFiring(contract, Scale));
        (with.MaximumFault - without.MaximumFault).Should().Be(with.Whole - without.Whole);
    }

    [Fact]
    public void A_scenario_without_a_load_just_below_does_not_wait_for_one() =>
        PhasePlan.For(ScenarioCatalogue.All[0].Contract, Scale, new JustBelow.None("none")).JustBelowHold.Should().Be(TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Alerts))]
    public void What_is_likely_is_longer_than_the_phases_without_the_fault_and_hardly_longer_than_the_longest_waits(string alert)
    {
        var scenario = ScenarioCatalogue.Select([alert])[0];

        var plan = PhasePlan.For(scenario, Scale);

        plan.Likely.Should().BeGreaterThan(plan.Quiet + plan.JustBelowHold).And.BeLessThan(plan.Whole + TimeSpan.FromSeconds(10));
    }
}
