using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>One signal divided by another, series by series of the same labels.</summary>
/// <param name="Numerator">Divided.</param>
/// <param name="Denominator">Divisor.</param>
public sealed record Ratio(Signal Numerator, Signal Denominator) : Signal
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [.. Numerator.Metrics.Union(Denominator.Metrics)];

    /// <inheritdoc/>
    public override TimeSpan Window => Numerator.Window > Denominator.Window ? Numerator.Window : Denominator.Window;

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => $"({Numerator.ToQuery(scale)}) / ({Denominator.ToQuery(scale)})";
}
