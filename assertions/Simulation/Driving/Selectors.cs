using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>What a signal asks for of a metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Matchers">Which of its series.</param>
internal sealed record Selector(string Metric, ImmutableArray<Matcher> Matchers);

/// <summary>Finds what a signal is made of.</summary>
internal static class Selectors
{
    /// <summary>Everything that a signal asks for, each part of it on its own.</summary>
    public static ImmutableArray<Selector> Of(Signal signal) => signal switch
    {
        Gauge gauge => [new(gauge.Metric, gauge.Matchers)],
        Rate rate => [new(rate.Metric, rate.Matchers)],
        Increase increase => [new(increase.Metric, increase.Matchers)],
        Quantile quantile => [new(quantile.Buckets, quantile.Matchers)],
        Times times => Of(times.Of),
        Sum sum => Of(sum.Of),
        Total total => [.. Of(total.First), .. Of(total.Second)],
        Ratio ratio => [.. Of(ratio.Numerator), .. Of(ratio.Denominator)],
        _ => [],
    };
}
