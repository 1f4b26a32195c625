using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>A signal times a number.</summary>
/// <param name="of">The signal.</param>
/// <param name="factor">The number.</param>
internal sealed class FactorDriver(ISignalDriver of, double factor) : ISignalDriver
{
    /// <inheritdoc/>
    public IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system) => of.SeriesOf(system);

    /// <inheritdoc/>
    public ImmutableArray<SeriesLabels> Groups(LevelTable table) => of.Groups(table);

    /// <inheritdoc/>
    public double? Value(LevelTable table, SeriesLabels group) => of.Value(table, group) * factor;

    /// <inheritdoc/>
    public void Drive(LevelTable table, SeriesLabels group, double value) => of.Drive(table, group, value / factor);
}
