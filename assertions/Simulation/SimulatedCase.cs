using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>A series as a real system would show it at the documented cadence.</summary>
/// <param name="Selector">Metric name with its labels, e.g. <c>up{job="a"}</c>.</param>
/// <param name="Values">One value a scrape; NaN where the scrape finds none.</param>
public sealed record SimulatedSeries(string Selector, ImmutableArray<double> Values);

/// <summary>What the rule is shown in virtual time, by the real rule engine. All times are documented time from the start of the case.</summary>
/// <param name="Name">Name, e.g. <c>crash loop</c>; letters, digits, spaces and hyphens.</param>
/// <param name="Series">Series, a value every scrape interval.</param>
public sealed record SimulatedCase(string Name, ImmutableArray<SimulatedSeries> Series)
{
    /// <summary>When the fault takes effect; null when nothing is wrong in the whole case and the alert must stay silent.</summary>
    public TimeSpan? Effect { get; init; }

    /// <summary>When the effect is over; the end of the case where it lasts.</summary>
    public TimeSpan? Gone { get; init; }
}
