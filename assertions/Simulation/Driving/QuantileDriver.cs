using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Simulation.Driving;

/// <summary>
/// A quantile of a histogram. Prometheus takes the observations of a bucket to be spread evenly over it: with a share s of all of them from the
/// bucket's lower bound up, and none above the bucket, the quantile q is lower + (upper - lower) * (s - (1 - q)) / s.
/// </summary>
/// <param name="quantile">The quantile, from 0 to 1.</param>
/// <param name="selector">The bucket counters.</param>
internal sealed class QuantileDriver(double quantile, SeriesSelector selector) : ISignalDriver
{
    private const string Bound = "le";
    private const string Infinite = "+Inf";
    private static readonly ImmutableArray<SeriesLabels> One = [SeriesLabels.None];

    /// <inheritdoc/>
    public ImmutableArray<SeriesSelector> Selectors => [selector];

    /// <inheritdoc/>
    public IEnumerable<DrivenSeries> SeriesOf(SimulatedSystem system) =>
        from target in system.Targets
        from further in system.Series.GetValueOrDefault(selector.Metric, One)
        from bound in Bounds(system)
        select new DrivenSeries(selector.Metric, target.With(further).With(Bound, bound), IsCounter: true);

    /// <inheritdoc/>
    public ImmutableArray<SeriesLabels> Groups(LevelTable table) => table.Select(selector).Any() ? One : [];

    /// <inheritdoc/>
    public double? Value(LevelTable table, SeriesLabels group) => null;

    /// <inheritdoc/>
    public void Drive(LevelTable table, SeriesLabels group, double value)
    {
        var (upper, slow) = Slow(table.System.Buckets, value);
        var histograms = table.Select(selector).GroupBy(s => s.Labels.With(Bound, "")).ToList();
        var each = table.System.Denominator / histograms.Count;

        // The first of them has as many slow ones as it has observations, the next the rest.
        var left = slow * table.System.Denominator;
        foreach (var histogram in histograms)
        {
            var here = Math.Min(left, each);
            left -= here;
            foreach (var series in histogram)
            {
                table[series] = series.Labels[Bound] == Infinite || double.Parse(series.Labels[Bound], CultureInfo.InvariantCulture) >= upper ? each : each - here;
            }
        }
    }

    private (double Upper, double Share) Slow(ImmutableArray<double> bounds, double value)
    {
        var index = bounds.ToList().FindIndex(b => value < b);
        if (index < 0 || value < 0)
        {
            throw new NotDrivableException($"no bucket of {selector.Metric} holds {Numbers.Text(value)}");
        }

        var (lower, upper) = (index == 0 ? 0 : bounds[index - 1], bounds[index]);
        var share = (1 - quantile) / (1 - ((value - lower) / (upper - lower)));
        return share <= 1 ? (upper, share)
            : throw new NotDrivableException($"the quantile {Numbers.Text(quantile)} of {selector.Metric} cannot be {Numbers.Text(value)}: more than all observations would have to be in its bucket");
    }

    private static IEnumerable<string> Bounds(SimulatedSystem system) => [.. system.Buckets.Select(b => b.ToString(CultureInfo.InvariantCulture)), Infinite];
}
