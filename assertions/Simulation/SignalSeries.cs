using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Derivation;
using NovaCron.Validation.Assertions.Simulation.Driving;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>
/// Makes the series of which a contract's signal takes the values that are wanted: on one series of the signal, while its others are healthy, and
/// beside series that the contract does not ask for.
/// </summary>
public sealed class SignalSeries
{
    private const string Elsewhere = "elsewhere";

    // So many more observations than the system itself that a share or a quantile over both is theirs.
    private const int Crowd = 10;

    // Six weeks of scrapes every 15 s. All values of all series are held in memory, and promtool evaluates the rule as often.
    private const int MostScrapes = 250_000;

    private readonly AlertContract _contract;
    private readonly SimulatedSystem _system;
    private readonly ISignalDriver _driver;

    /// <summary>Prepares a signal.</summary>
    /// <param name="contract">The promise.</param>
    /// <param name="system">What the scraped system shows.</param>
    /// <exception cref="NotDrivableException">There is no way to simulate this kind of signal.</exception>
    public SignalSeries(AlertContract contract, SimulatedSystem system)
    {
        (_contract, _system, _driver) = (contract, system, SignalDrivers.Of(contract.Signal));

        // All observations in the first bucket, so that none of a bucket's counters grows slower when all is well than when it is not.
        double? fast = _driver is QuantileDriver && contract.Comparator == Comparator.Above ? system.Buckets[0] / 2 : null;
        Levels = new SignalLevels(contract, system.Healthy ?? fast, CanBe);
    }

    /// <summary>Values that the signal is given, worked out from the threshold.</summary>
    public SignalLevels Levels { get; }

    /// <summary>The series of a course, a value every scrape.</summary>
    /// <exception cref="NotDrivableException">No series give the signal one of the course's values.</exception>
    public ImmutableArray<SimulatedSeries> Of(Course course)
    {
        if (course.End / _contract.ScrapeInterval is > MostScrapes and var scrapes)
        {
            throw new NotDrivableException(string.Create(CultureInfo.InvariantCulture, $"its windows and for are so long that a case takes {scrapes:0} scrapes, and at most {MostScrapes} are simulated"));
        }

        var tables = course.Steps.Select(s => s.Value).Append(Levels.Healthy).Distinct().ToDictionary(value => value, Table);
        var healthy = tables[Levels.Healthy];
        return [.. healthy.Series.Select(s => Draw(course, s.Metric + s.Labels, s.IsCounter, value => tables[value][s]!.Value)), .. Strangers(course).DistinctBy(s => s.Selector), .. Beside(course, tables)];
    }

    private bool CanBe(double value)
    {
        try
        {
            _driver.Drive(EmptyTable(out var groups), groups[0], value);
            return true;
        }
        catch (NotDrivableException)
        {
            return false;
        }
    }

    private LevelTable Table(double value)
    {
        var table = EmptyTable(out var groups);
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

    private LevelTable EmptyTable(out ImmutableArray<SeriesLabels> groups)
    {
        var table = new LevelTable(_system, [.. _driver.SeriesOf(_system).Distinct()]);
        groups = _driver.Groups(table);
        return !groups.IsEmpty ? table
            : throw new NotDrivableException($"no series of {string.Join(" or ", _contract.Signal.Metrics)} that the simulated system shows is one that the signal selects: name its labels in scenarios/Simulated");
    }

    // The same system elsewhere, where all is bad all the time: the contract names the job or the pods that it is about.
    private IEnumerable<SimulatedSeries> Strangers(Course course)
    {
        if (_contract.Signal is DerivedSignal)
        {
            return [];
        }

        var bad = Table(Levels.FarBeyond);
        var group = _driver.Groups(bad)[0];
        var own = bad.Series.Where(s => s.Labels.Includes(group)).ToList();
        var crowd = _contract.Signal is Ratio or Times or Quantile ? Crowd : 1;
        return from label in _driver.Selectors.SelectMany(s => s.Matchers).Where(m => m.Operator is "=" or "=~" && m.Value.Length > 0).Select(m => m.Label).Distinct()
               let strangers = own.ConvertAll(s => s with { Labels = s.Labels.With(label, Elsewhere) })
               where !strangers.Exists(IsSelected)
               from pair in strangers.Zip(own)
               select Draw(course, pair.First.Metric + pair.First.Labels, pair.First.IsCounter, _ => bad[pair.Second]!.Value * crowd);
    }

    private bool IsSelected(DrivenSeries series) => _driver.Selectors.Any(s => s.Metric == series.Metric && s.Selects(series.Labels));

    private IEnumerable<SimulatedSeries> Beside(Course course, Dictionary<double, LevelTable> tables)
    {
        var own = tables[Levels.Healthy].Series;
        foreach (var bystander in _system.Bystanders.Where(b => _contract.Signal.Metrics.Contains(b.Metric)))
        {
            var mirrored = bystander.Mirrors is { } labels ? own.FirstOrDefault(s => s.Metric == bystander.Metric && s.Labels.Equals(labels)) : null;
            yield return Draw(
                course, bystander.Metric + bystander.Labels, own.First(s => s.Metric == bystander.Metric).IsCounter, value => mirrored is null ? bystander.Level : tables[value][mirrored]!.Value);
        }
    }

    private SimulatedSeries Draw(Course course, string name, bool isCounter, Func<double, double> level)
    {
        var curve = new SeriesCurve(course, _contract.ScrapeInterval, Levels.Healthy, level);
        return new(name, isCounter ? curve.Counter() : curve.Gauge());
    }
}
