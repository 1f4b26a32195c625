using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>A signal in another unit.</summary>
/// <param name="Of">What is converted.</param>
/// <param name="Factor">What it is multiplied with.</param>
public sealed record Times(Signal Of, double Factor) : Signal
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => Of.Metrics;

    /// <inheritdoc/>
    public override TimeSpan Window => Of.Window;

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => string.Create(CultureInfo.InvariantCulture, $"({Of.ToQuery(scale)}) * {Factor}");
}
