using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>Two signals added: one of them may be known, and the other is the rest.</summary>
/// <param name="first">One.</param>
/// <param name="second">The other.</param>
internal sealed class TotalDriver(ISignalDriver first, ISignalDriver second) : ISignalDriver
{
    /// <inheritdoc/>
    public ImmutableArray<SeriesSelector> Selectors => [.. first.Selectors, .. second.Selectors];

    /// <inheritdoc/>
    public IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system) => first.SeriesOf(system).Concat(second.SeriesOf(system));

    /// <inheritdoc/>
    public ImmutableArray<SeriesLabels> Groups(LevelTable table) => [.. first.Groups(table).Intersect(second.Groups(table))];

    /// <inheritdoc/>
    public double? Value(LevelTable table, SeriesLabels group) => first.Value(table, group) + second.Value(table, group);

    /// <inheritdoc/>
    public void Drive(LevelTable table, SeriesLabels group, double value)
    {
        if (first.Value(table, group) is null)
        {
            first.Drive(table, group, second.Value(table, group) is { } known ? Rest(value, known) : value / 2);
        }

        second.Drive(table, group, Rest(value, first.Value(table, group) ?? 0));
    }

    private static double Rest(double value, double known) => value >= known ? value - known
        : throw new NotDrivableException($"a part of a whole of {Numbers.Text(value)} would have to be {Numbers.Text(known)}");
}
