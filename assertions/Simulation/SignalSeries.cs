using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Driving;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>
/// Makes the series of which a contract's signal takes the values that are wanted: on one series of the signal, while its others are healthy, and
/// beside series that the contract does not ask for.
/// </summary>
/// <param name="contract">The promise.</param>
/// <param name="system">What the scraped system shows.</param>
public sealed class SignalSeries(AlertContract contract, SimulatedSystem system)
{
    private readonly ISignalDriver _driver = SignalDrivers.Of(contract.Signal);

    // A counter that starts near 0 is taken by rate() for one that began in its window.
    private static readonly TimeSpan Past = TimeSpan.FromHours(10);

    /// <summary>Values that the signal is given, worked out from the threshold.</summary>
    public SignalLevels Levels { get; } = new(contract, system.Healthy ?? (SignalDrivers.Of(contract.Signal) is QuantileDriver && contract.Comparator == Comparator.Above ? Fast(system) : null));

    /// <summary>The series of a course, a value every scrape.</summary>
    /// <exception cref="NotDrivableException">No series give the signal one of the course's values.</exception>
    public ImmutableArray<SimulatedSeries> Of(Course course)
    {
        var tables = course.Steps.Select(s => s.Value).Append(Levels.Healthy).Distinct().ToDictionary(value => value, Table);
        var healthy = tables[Levels.Healthy];
        return [.. healthy.Series.Select(s => Draw(course, s.Metric + s.Labels, s.IsCounter, value => tables[value][s]!.Value)), .. Strangers(course).DistinctBy(s => s.Selector), .. Beside(course, tables)];
    }

    // All observations in the first bucket, so that none of a bucket's counters grows slower when all is well than when it is not.
    private static double Fast(SimulatedSystem system) => system.Buckets[0] / 2;

    private LevelTable Table(double value)
    {
        var table = new LevelTable(system, [.. _driver.SeriesOf(system).Distinct()]);
        var groups = _driver.Groups(table);
        if (groups.IsEmpty)
        {
            throw new NotDrivableException($"no series of {string.Join(" or ", contract.Signal.Metrics)} that the system shows is one that the signal selects");
        }

        _driver.Drive(table, groups[0], value);
        foreach (var group in groups.Skip(1))
        {
            _driver.Drive(table, group, Levels.Healthy);
        }

        // What the signal does not select is there all the same, and idle.
        foreach (var idle in table.Series.Where(s => table[s] is null))
        {
            table[idle] = 0;
        }

        return table;
    }

    // The same system elsewhere, where all is bad all the time: the contract names the job or the pods that it is about.
    private IEnumerable<SimulatedSeries> Strangers(Course course)
    {
        var first = Table(Levels.FarBeyond);
        var mine = _driver.Groups(first)[0];
        foreach (var label in _driver.Selectors.SelectMany(s => s.Matchers).Where(m => m.Operator is "=" or "=~" && m.Value.Length > 0).Select(m => m.Label).Distinct())
        {
            var strangers = first.Series.Where(s => s.Labels.Includes(mine)).Select(s => s with { Labels = s.Labels.With(label, Elsewhere) }).ToList();
            if (contract.Signal is not Derivation.DerivedSignal && !strangers.Exists(s => _driver.Selectors.Any(selector => selector.Metric == s.Metric && selector.Selects(s.Labels))))
            {
                foreach (var (stranger, own) in strangers.Zip(first.Series.Where(s => s.Labels.Includes(mine))))
                {
                    yield return Draw(course, stranger.Metric + stranger.Labels, stranger.IsCounter, _ => first[own]!.Value * (contract.Signal is Ratio or Times or Quantile ? Crowd : 1));
                }
            }
        }
    }

    private const string Elsewhere = "elsewhere";

    // So many more observations than the system itself that a share or a quantile over both is theirs.
    private const int Crowd = 10;

    private IEnumerable<SimulatedSeries> Beside(Course course, Dictionary<double, LevelTable> tables)
    {
        var own = tables[Levels.Healthy].Series;
        foreach (var bystander in system.Bystanders.Where(b => contract.Signal.Metrics.Contains(b.Metric)))
        {
            var mirrored = bystander.Mirrors is { } labels ? own.FirstOrDefault(s => s.Metric == bystander.Metric && s.Labels.Equals(labels)) : null;
            yield return Draw(
                course, bystander.Metric + bystander.Labels, own.First(s => s.Metric == bystander.Metric).IsCounter, value => mirrored is null ? bystander.Level : tables[value][mirrored]!.Value);
        }
    }

    private SimulatedSeries Draw(Course course, string name, bool isCounter, Func<double, double> level) =>
        new(name, isCounter ? Counter(course, level) : Gauge(course, level));

    private ImmutableArray<double> Gauge(Course course, Func<double, double> level) =>
        [.. Scrapes(course).Select(at => level(course.Interruption?.Includes(at) is true ? Levels.Healthy : course.At(at)))];

    private ImmutableArray<double> Counter(Course course, Func<double, double> level)
    {
        var scrape = contract.ScrapeInterval;
        var values = ImmutableArray.CreateBuilder<double>();
        var healthy = level(Levels.Healthy) * scrape.TotalSeconds;
        var count = Math.Round(level(Levels.Healthy) * Past.TotalSeconds) + Past.TotalSeconds;
        foreach (var at in Scrapes(course))
        {
            var interrupted = course.Interruption?.Includes(at) is true;
            values.Add(interrupted ? values[^1] + healthy : count);
            count += level(course.At(at)) * scrape.TotalSeconds;
        }

        return values.ToImmutable();
    }

    private IEnumerable<TimeSpan> Scrapes(Course course)
    {
        for (var at = TimeSpan.Zero; at <= course.End; at += contract.ScrapeInterval)
        {
            yield return at;
        }
    }
}
