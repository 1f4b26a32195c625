using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>The series of a metric, each on its own: the value of a gauge, or the growth per second of a counter.</summary>
/// <param name="selector">Which series.</param>
/// <param name="isCounter">Whether it is a counter.</param>
internal sealed class SelectorDriver(SeriesSelector selector, bool isCounter) : ISignalDriver
{
    /// <inheritdoc/>
    public ImmutableArray<SeriesSelector> Selectors => [selector];

    /// <inheritdoc/>
    public IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system) =>
        from target in system.Targets
        from further in system.Series.GetValueOrDefault(selector.Metric, [SeriesLabels.None])
        select new DrivenSeries(selector.Metric, target.With(further), isCounter);

    /// <inheritdoc/>
    public ImmutableArray<SeriesLabels> Groups(LevelTable table) => [.. table.Select(selector).Select(s => s.Labels)];

    /// <inheritdoc/>
    public double? Value(LevelTable table, SeriesLabels group) => table[SeriesOf(table, group)];

    /// <inheritdoc/>
    public void Drive(LevelTable table, SeriesLabels group, double value)
    {
        if (isCounter && value < 0)
        {
            throw new NotDrivableException($"{selector.Metric} is a counter, and its growth cannot be {Numbers.Text(value)} per second");
        }

        table[SeriesOf(table, group)] ??= value;
    }

    private DrivenSeries SeriesOf(LevelTable table, SeriesLabels group) => table.Series.FirstOrDefault(s => s.Metric == selector.Metric && s.Labels.Equals(group))
        ?? throw new NotDrivableException($"{selector} has no series {group}");
}
