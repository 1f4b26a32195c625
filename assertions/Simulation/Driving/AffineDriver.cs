using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>A signal times a number, plus a number.</summary>
/// <param name="of">The signal.</param>
/// <param name="factor">What it is multiplied with; not 0.</param>
/// <param name="offset">What is added.</param>
internal sealed class AffineDriver(ISignalDriver of, double factor, double offset = 0) : ISignalDriver
{
    /// <inheritdoc/>
    public ImmutableArray<SeriesSelector> Selectors => of.Selectors;

    /// <inheritdoc/>
    public IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system) => of.SeriesOf(system);

    /// <inheritdoc/>
    public ImmutableArray<SeriesLabels> Groups(LevelTable table) => of.Groups(table);

    /// <inheritdoc/>
    public double? Value(LevelTable table, SeriesLabels group) => (of.Value(table, group) * factor) + offset;

    /// <inheritdoc/>
    public void Drive(LevelTable table, SeriesLabels group, double value) => of.Drive(table, group, (value - offset) / factor);
}
