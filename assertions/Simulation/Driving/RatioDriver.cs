using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>A ratio: the divisor is the system's own, and the dividend what the ratio asks for. A divisor that counts the dividend in gets the rest.</summary>
/// <param name="numerator">Divided.</param>
/// <param name="denominator">Divisor.</param>
internal sealed class RatioDriver(ISignalDriver numerator, ISignalDriver denominator) : ISignalDriver
{
    /// <inheritdoc/>
    public ImmutableArray<SeriesSelector> Selectors => [.. numerator.Selectors, .. denominator.Selectors];

    /// <inheritdoc/>
    public IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system) => numerator.SeriesOf(system).Concat(denominator.SeriesOf(system));

    /// <inheritdoc/>
    public ImmutableArray<SeriesLabels> Groups(LevelTable table) => [.. numerator.Groups(table).Intersect(denominator.Groups(table))];

    /// <inheritdoc/>
    public double? Value(LevelTable table, SeriesLabels group) => numerator.Value(table, group) / denominator.Value(table, group);

    /// <inheritdoc/>
    public void Drive(LevelTable table, SeriesLabels group, double value)
    {
        numerator.Drive(table, group, value * table.System.Denominator);
        denominator.Drive(table, group, table.System.Denominator);
    }
}
