using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>An average, maximum or minimum over series: that of values which are all the same.</summary>
/// <param name="of">The series.</param>
/// <param name="by">Labels that are kept; none for one value of all.</param>
internal sealed class EveryDriver(ISignalDriver of, ImmutableArray<string> by) : ISignalDriver
{
    /// <inheritdoc/>
    public ImmutableArray<SeriesSelector> Selectors => of.Selectors;

    /// <inheritdoc/>
    public IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system) => of.SeriesOf(system);

    /// <inheritdoc/>
    public ImmutableArray<SeriesLabels> Groups(LevelTable table) => [.. of.Groups(table).Select(g => g.Keep(by)).Distinct()];

    /// <inheritdoc/>
    public double? Value(LevelTable table, SeriesLabels group) => null;

    /// <inheritdoc/>
    public void Drive(LevelTable table, SeriesLabels group, double value)
    {
        foreach (var member in of.Groups(table).Where(g => g.Keep(by).Equals(group)))
        {
            of.Drive(table, member, value);
        }
    }
}
