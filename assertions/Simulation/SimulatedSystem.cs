using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>
/// What a scraped system shows: which series its metrics have, and what it shows beside those that a contract asks for. The values come from
/// the course that a signal is to take.
/// </summary>
public sealed record SimulatedSystem
{
    /// <summary>The labels that every series of a target has, for each target. What goes wrong goes wrong on the first one.</summary>
    public required ImmutableArray<SeriesLabels> Targets { get; init; }

    /// <summary>What the series of a metric have beyond their target's labels, by metric; the first one is the one that goes wrong. A metric that is not named has one series a target.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<SeriesLabels>> Series { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<SeriesLabels>>.Empty;

    /// <summary>Series that a contract does not ask for, and that a rule which asks for too much would count.</summary>
    public ImmutableArray<Bystander> Bystanders { get; init; } = [];

    /// <summary>What a ratio divides by, in the divisor's unit: a limit in bytes, requests per second, connections, ….</summary>
    public double Denominator { get; init; } = 100;

    /// <summary>Upper bounds of a histogram's buckets, in its unit, without +Inf.</summary>
    public ImmutableArray<double> Buckets { get; init; } = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 5, 10];

    /// <summary>The signal while all is well; null for one that is clearly on the good side of the threshold.</summary>
    public double? Healthy { get; init; }
}

/// <summary>A series beside those that a contract asks for.</summary>
/// <param name="Metric">Metric; left out of what a rule is shown where the contract's signal does not use it.</param>
/// <param name="Labels">All its labels.</param>
public sealed record Bystander(string Metric, SeriesLabels Labels)
{
    /// <summary>Its value, or what it grows by in a second where the metric is a counter.</summary>
    public double Level { get; init; }

    /// <summary>The series of the same metric whose level it always has; null for <see cref="Level"/>.</summary>
    public SeriesLabels? Mirrors { get; init; }
}
