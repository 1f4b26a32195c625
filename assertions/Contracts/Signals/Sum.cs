using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>The sum of a signal over its series.</summary>
public sealed record Sum : Signal
{
    /// <summary>A sum, one for each set of values of the labels that are kept.</summary>
    /// <param name="of">What is summed.</param>
    /// <param name="by">Labels that are kept; none for one sum of all.</param>
    public Sum(Signal of, params ImmutableArray<string> by) => (Of, By) = (of, by);

    /// <summary>What is summed.</summary>
    public Signal Of { get; }

    /// <summary>Labels that are kept; none for one sum of all.</summary>
    public ImmutableArray<string> By { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => Of.Metrics;

    /// <inheritdoc/>
    public override TimeSpan Window => Of.Window;

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => By.IsEmpty ? $"sum({Of.ToQuery(scale)})" : $"sum by ({string.Join(", ", By)}) ({Of.ToQuery(scale)})";
}
