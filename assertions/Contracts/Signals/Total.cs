using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>Two signals added, series by series of the same labels.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
public sealed record Total(Signal First, Signal Second) : Signal
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => [.. First.Metrics.Union(Second.Metrics)];

    /// <inheritdoc/>
    public override TimeSpan Window => First.Window > Second.Window ? First.Window : Second.Window;

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => $"({First.ToQuery(scale)}) + ({Second.ToQuery(scale)})";
}
