using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Scenarios.Load;

namespace NovaCron.Validation.Tests.Unit.Load;

public sealed class ArrivalPlanTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Injects_evenly_from_the_start_and_ends_when_the_simulation_does() =>
        Plan(Simulation.Inject(4, Second, Second)).Should().Equal(Request(0), Request(0.25), Request(0.5), Request(0.75), End(1));

    [Fact]
    public void Keeps_the_spacing_across_a_seam_and_a_pause()
    {
        // 1.5 arrivals fit into the first stretch: the half one left over falls into the last.
        var plan = Plan(Simulation.Inject(2, Second, TimeSpan.FromSeconds(0.75)), Simulation.Pause(Second), Simulation.Inject(10, Second, TimeSpan.FromSeconds(0.2)));
        plan.Should().Equal(Request(0), Request(0.5), Request(1.8), Request(1.9), End(1.95));
    }

    [Fact]
    public void Ramps_up_from_nothing_by_the_area_under_the_rate()
    {
        // At 2·t per second k requests have fallen due after √k seconds.
        var plan = Plan(Simulation.RampingInject(4, Second, TimeSpan.FromSeconds(2)));
        plan.Select(arrival => arrival.At.TotalSeconds).Should().Equal([0, 1, Math.Sqrt(2), Math.Sqrt(3), 2], (actual, expected) => Math.Abs(actual - expected) < 1e-6);
    }

    [Fact]
    public void Ramps_down_from_the_rate_before_to_nothing()
    {
        var plan = Plan(Simulation.Inject(10, Second, Second), Simulation.RampingInject(0, Second, TimeSpan.FromSeconds(2)));
        plan.Count(arrival => arrival.Kind == ArrivalKind.Request).Should().Be(20);
        var gaps = plan.Skip(10).Zip(plan.Skip(11), (a, b) => b.At - a.At).SkipLast(1).ToList();
        gaps.Should().BeInAscendingOrder();
    }

    [Fact]
    public void Starts_copies_together_with_the_instant_at_which_they_end() =>
        Plan(Simulation.Pause(Second), Simulation.KeepConstant(2, Second)).Should().Equal(
            new Arrival(Second, ArrivalKind.Copy, 2 * Second), new Arrival(Second, ArrivalKind.Copy, 2 * Second), End(2));

    [Fact]
    public void Goes_on_for_ever_without_a_duration()
    {
        Plan(1_000_001, Simulation.Inject(10, Second, null)).Last().Should().Be(Request(100_000));
        Plan(Simulation.KeepConstant(1, null)).Should().Equal(
            new Arrival(TimeSpan.Zero, ArrivalKind.Copy, TimeSpan.MaxValue), new Arrival(TimeSpan.MaxValue, ArrivalKind.End));
    }

    [Fact]
    public void Offers_the_area_under_the_rate_in_order_whatever_the_simulations()
    {
        var inject = Gen.Choose(1, 200).SelectMany(_ => Gen.Choose(1, 5000), (rate, ms) => (rate, ms, ramp: false));
        var ramp = Gen.Choose(0, 200).SelectMany(_ => Gen.Choose(1, 5000), (rate, ms) => (rate, ms, ramp: true));
        var stretches = Gen.OneOf(inject, ramp).NonEmptyListOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(stretches.ToArbitrary(), list => IsFaithful([.. list])));
    }

    private static bool IsFaithful(IReadOnlyList<(int Rate, int Ms, bool Ramp)> stretches)
    {
        var area = 0.0;
        var before = 0;
        foreach (var (rate, ms, ramp) in stretches)
        {
            area += (ramp ? (before + rate) / 2.0 : rate) * ms / 1000;
            before = rate;
        }

        var plan = Plan([.. stretches.Select(s => s.Ramp
            ? Simulation.RampingInject(s.Rate, Second, TimeSpan.FromMilliseconds(s.Ms))
            : Simulation.Inject(s.Rate, Second, TimeSpan.FromMilliseconds(s.Ms)))]);
        var ordered = plan.Zip(plan.Skip(1)).All(pair => pair.First.At <= pair.Second.At);
        return ordered && Math.Abs(plan.Length - 1 - Math.Ceiling(area)) <= 1;
    }

    [Fact]
    public void Refuses_what_lasts_no_time_or_arrives_at_no_rate()
    {
        Action[] refused =
        [
            () => Simulation.Inject(0, Second, Second),
            () => Simulation.Inject(1, TimeSpan.Zero, Second),
            () => Simulation.Inject(1, Second, TimeSpan.Zero),
            () => Simulation.RampingInject(-1, Second, Second),
            () => Simulation.KeepConstant(0, Second),
            () => Simulation.Pause(TimeSpan.Zero),
        ];
        refused.Should().AllSatisfy(act => act.Should().Throw<ArgumentOutOfRangeException>());
    }

    private static Arrival[] Plan(params LoadSimulation[] simulations) => Plan(1_000_000, simulations);

    private static Arrival[] Plan(int most, params LoadSimulation[] simulations) => [.. new ArrivalPlan(simulations).Arrivals().Take(most)];

    private static Arrival Request(double seconds) => new(TimeSpan.FromSeconds(seconds), ArrivalKind.Request);

    private static Arrival End(double seconds) => new(TimeSpan.FromSeconds(seconds), ArrivalKind.End);
}
