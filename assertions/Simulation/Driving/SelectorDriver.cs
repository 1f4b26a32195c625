using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>The series of a metric, each on its own: the value of a gauge, or the growth per second of a counter.</summary>
/// <param name="metric">Metric.</param>
/// <param name="matchers">Which of its series.</param>
/// <param name="isCounter">Whether it is a counter.</param>
internal sealed class SelectorDriver(string metric, ImmutableArray<Matcher> matchers, bool isCounter) : ISignalDriver
{
    /// <inheritdoc/>
    public IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system) =>
        from target in system.Targets
        from further in system.Series.GetValueOrDefault(metric, [SeriesLabels.None])
        select new DrivenSeries(metric, target.With(further), isCounter);

    /// <inheritdoc/>
    public ImmutableArray<SeriesLabels> Groups(LevelTable table) => [.. table.Select(metric, matchers).Select(s => s.Labels)];

    /// <inheritdoc/>
    public double? Value(LevelTable table, SeriesLabels group) => table[SeriesOf(table, group)];

    /// <inheritdoc/>
    public void Drive(LevelTable table, SeriesLabels group, double value)
    {
        if (isCounter && value < 0)
        {
            throw new NotDrivableException($"{metric} is a counter, and its growth cannot be {Timelines.Numbers.Text(value)} per second");
        }

        table[SeriesOf(table, group)] ??= value;
    }

    private DrivenSeries SeriesOf(LevelTable table, SeriesLabels group) => table.Select(metric, matchers).FirstOrDefault(s => s.Labels.Equals(group))
        ?? throw new NotDrivableException($"{metric} has no series {group} that the signal selects");
}
