using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>
/// A sum over series. What a fault adds is all in one of them, so that a rule which sums over less, or more, sees something else; what is only
/// the rest of a whole is spread evenly.
/// </summary>
/// <param name="of">What is summed.</param>
/// <param name="by">Labels that are kept; none for one sum of all.</param>
internal sealed class SumDriver(ISignalDriver of, ImmutableArray<string> by) : ISignalDriver
{
    // Levels are sums and differences of values of like size; what is left of a whole may be a rounding error below nothing.
    private const double Rounding = 1e-9;

    /// <inheritdoc/>
    public ImmutableArray<SeriesSelector> Selectors => of.Selectors;

    /// <inheritdoc/>
    public IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system) => of.SeriesOf(system);

    /// <inheritdoc/>
    public ImmutableArray<SeriesLabels> Groups(LevelTable table) => [.. of.Groups(table).Select(g => g.Keep(by)).Distinct()];

    /// <inheritdoc/>
    public double? Value(LevelTable table, SeriesLabels group) =>
        Members(table, group).Aggregate((double?)0, (sum, member) => sum + of.Value(table, member));

    /// <inheritdoc/>
    public void Drive(LevelTable table, SeriesLabels group, double value)
    {
        var members = Members(table, group).ToLookup(member => of.Value(table, member) is null);
        var (open, known) = (members[true].ToList(), members[false].ToList());
        var rest = value - known.Sum(member => of.Value(table, member)!.Value);
        if (rest < 0 && known.Count > 0)
        {
            rest = rest > -Rounding * Math.Abs(value) ? 0
                : throw new NotDrivableException($"a part of a whole of {Numbers.Text(value)} would have to be {Numbers.Text(value - rest)}");
        }

        for (var i = 0; i < open.Count; i++)
        {
            of.Drive(table, open[i], known.Count > 0 ? rest / open.Count : i == 0 ? value : 0);
        }
    }

    private IEnumerable<SeriesLabels> Members(LevelTable table, SeriesLabels group) => of.Groups(table).Where(g => g.Keep(by).Equals(group));
}
