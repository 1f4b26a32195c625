namespace NovaCron.Validation.Scenarios.Load;

/// <summary>What is due at an instant of the plan.</summary>
public enum ArrivalKind
{
    /// <summary>One request.</summary>
    Request,

    /// <summary>A copy that sends request after request.</summary>
    Copy,

    /// <summary>The end of the plan; at <see cref="TimeSpan.MaxValue"/> for never.</summary>
    End,
}

/// <summary>Something due.</summary>
/// <param name="At">When, since the load began.</param>
/// <param name="Kind">What.</param>
/// <param name="Until">When a copy ends, since the load began; <see cref="TimeSpan.MaxValue"/> for never.</param>
public readonly record struct Arrival(TimeSpan At, ArrivalKind Kind, TimeSpan Until = default);

/// <summary>
/// Turns load simulations into instants. Over all simulations together the k-th request is due where the integral of the
/// rate reaches k, so that arrivals stay evenly spaced across the seams, and a simulation never includes its own end.
/// </summary>
/// <param name="simulations">The simulations, one after the other.</param>
public sealed class ArrivalPlan(IReadOnlyList<LoadSimulation> simulations)
{
    // Keeps a request that rounding puts a hair before a simulation's end out of it.
    private const double Tolerance = 1e-6;

    /// <summary>Everything due, in order of time, <see cref="ArrivalKind.End"/> last; endless when the last simulation injects until stopped.</summary>
    public IEnumerable<Arrival> Arrivals()
    {
        var start = TimeSpan.Zero;
        var untilNext = 0.0;
        var rate = 0.0;
        foreach (var simulation in simulations)
        {
            var count = 0L;
            foreach (var arrival in Of(simulation, start, untilNext, rate))
            {
                count++;
                yield return arrival;
            }

            if (simulation.During is not { } length)
            {
                yield return new Arrival(TimeSpan.MaxValue, ArrivalKind.End);
                yield break;
            }

            untilNext = simulation is KeepConstantSimulation ? untilNext : Math.Max(0, untilNext + count - Area(simulation, rate, length));
            rate = simulation.EndRatePerSecond;
            start += length;
        }

        yield return new Arrival(start, ArrivalKind.End);
    }

    private static IEnumerable<Arrival> Of(LoadSimulation simulation, TimeSpan start, double untilNext, double rateBefore) => simulation switch
    {
        InjectSimulation inject => Steady(inject, start, untilNext),
        RampingInjectSimulation ramp => Ramp(ramp, start, untilNext, rateBefore),
        KeepConstantSimulation keep => Enumerable.Repeat(new Arrival(start, ArrivalKind.Copy, keep.During is { } length ? start + length : TimeSpan.MaxValue), keep.Copies),
        _ => [],
    };

    private static IEnumerable<Arrival> Steady(InjectSimulation inject, TimeSpan start, double untilNext)
    {
        var area = inject.During is { } length ? inject.RatePerSecond * length.TotalSeconds : double.PositiveInfinity;
        for (var k = 0L; untilNext + k < area - Tolerance; k++)
        {
            yield return new Arrival(start + TimeSpan.FromSeconds((untilNext + k) / inject.RatePerSecond), ArrivalKind.Request);
        }
    }

    private static IEnumerable<Arrival> Ramp(RampingInjectSimulation ramp, TimeSpan start, double untilNext, double rateBefore)
    {
        var area = Area(ramp, rateBefore, ramp.Length);
        var slope = (ramp.RatePerSecond - rateBefore) / ramp.Length.TotalSeconds;
        for (var k = 0L; untilNext + k < area - Tolerance; k++)
        {
            yield return new Arrival(start + TimeSpan.FromSeconds(TimeAt(untilNext + k, rateBefore, slope)), ArrivalKind.Request);
        }
    }

    // Solves rate·t + slope·t²/2 = count for t, in the form that does not cancel when the slope is small.
    private static double TimeAt(double count, double rate, double slope) =>
        count <= 0 ? 0 : 2 * count / (rate + Math.Sqrt(Math.Max(0, (rate * rate) + (2 * slope * count))));

    private static double Area(LoadSimulation simulation, double rateBefore, TimeSpan length) => simulation switch
    {
        InjectSimulation inject => inject.RatePerSecond * length.TotalSeconds,
        RampingInjectSimulation ramp => (rateBefore + ramp.RatePerSecond) / 2 * length.TotalSeconds,
        _ => 0,
    };
}
