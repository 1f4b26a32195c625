using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>The values of one series, one each scrape, while its signal follows a course.</summary>
/// <param name="course">The course.</param>
/// <param name="scrape">Time between two scrapes.</param>
/// <param name="healthy">The signal while all is well.</param>
/// <param name="level">The series' level for a value of the signal: its value, or its growth per second.</param>
internal sealed class SeriesCurve(Course course, TimeSpan scrape, double healthy, Func<double, double> level)
{
    // A counter that starts near 0 is taken by rate() for one that began in its window.
    private static readonly TimeSpan Past = TimeSpan.FromHours(10);

    /// <summary>The values of a gauge.</summary>
    public ImmutableArray<double> Gauge() => [.. Scrapes().Select(at => level(course.Interruption?.Includes(at) is true ? healthy : course.At(at)))];

    /// <summary>The values of a counter, which makes up for an interruption at the first scrape behind it.</summary>
    public ImmutableArray<double> Counter()
    {
        var values = ImmutableArray.CreateBuilder<double>();
        var whenHealthy = level(healthy) * scrape.TotalSeconds;
        var count = Math.Round(level(healthy) * Past.TotalSeconds) + Past.TotalSeconds;
        foreach (var at in Scrapes())
        {
            values.Add(course.Interruption?.Includes(at) is true ? values[^1] + whenHealthy : count);
            count += level(course.At(at)) * scrape.TotalSeconds;
        }

        return values.ToImmutable();
    }

    private IEnumerable<TimeSpan> Scrapes()
    {
        for (var at = TimeSpan.Zero; at <= course.End; at += scrape)
        {
            yield return at;
        }
    }
}
