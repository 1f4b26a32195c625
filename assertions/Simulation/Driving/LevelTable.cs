using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>A series that a signal is made of.</summary>
/// <param name="Metric">Its metric.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="IsCounter">Whether its level is what it grows by in a second, and not its value.</param>
internal sealed record DrivenSeries(string Metric, SeriesLabels Labels, bool IsCounter);

/// <summary>The level of every series that a signal is made of: values of gauges, growth per second of counters.</summary>
/// <param name="system">What the scraped system shows.</param>
/// <param name="series">The series.</param>
internal sealed class LevelTable(SimulatedSystem system, ImmutableArray<DrivenSeries> series)
{
    private readonly Dictionary<DrivenSeries, double> _levels = [];

    /// <summary>What the scraped system shows.</summary>
    public SimulatedSystem System => system;

    /// <summary>All series.</summary>
    public ImmutableArray<DrivenSeries> Series => series;

    /// <summary>The level of a series; null as long as it has none.</summary>
    public double? this[DrivenSeries one]
    {
        get => _levels.TryGetValue(one, out var level) ? level : null;
        set => _levels[one] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The series that a selector selects, in the order of the system.</summary>
    public IEnumerable<DrivenSeries> Select(SeriesSelector selector) => series.Where(s => s.Metric == selector.Metric && selector.Selects(s.Labels));
}
