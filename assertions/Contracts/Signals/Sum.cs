using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>The sum of a signal over its series.</summary>
public sealed record Sum : Signal
{
    private readonly Signal _of;
    private readonly ImmutableArray<string> _by;

    /// <summary>A sum, one for each set of values of the labels that are kept.</summary>
    /// <param name="of">What is summed.</param>
    /// <param name="by">Labels that are kept; none for one sum of all.</param>
    public Sum(Signal of, params ImmutableArray<string> by) => (_of, _by) = (of, by);

    /// <inheritdoc/>
    public override ImmutableArray<string> Metrics => _of.Metrics;

    /// <inheritdoc/>
    public override TimeSpan Window => _of.Window;

    /// <inheritdoc/>
    public override string ToQuery(TimeScale scale) => _by.IsEmpty ? $"sum({_of.ToQuery(scale)})" : $"sum by ({string.Join(", ", _by)}) ({_of.ToQuery(scale)})";
}
