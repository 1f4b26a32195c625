using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Observation;

/// <summary>One sample of a series.</summary>
/// <param name="At">Prometheus' own timestamp, millisecond resolution.</param>
/// <param name="Value">Value; may be NaN or infinite.</param>
public readonly record struct Sample(DateTimeOffset At, double Value);

/// <summary>Samples of one series, oldest first.</summary>
/// <param name="Labels">Labels, <c>__name__</c> included where it is known.</param>
/// <param name="Samples">Samples.</param>
public sealed record Series(ImmutableSortedDictionary<string, string> Labels, ImmutableArray<Sample> Samples)
{
    /// <summary>A label's value, or the empty string, as Prometheus treats a missing label.</summary>
    public string Label(string name) => Labels.GetValueOrDefault(name, "");
}
