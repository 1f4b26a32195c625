namespace NovaCron.Validation.Environments.Monitoring.Observation;

/// <summary>What is missing in the scrapes of one target.</summary>
/// <param name="Failed">Scrapes that failed: <c>up</c> was 0.</param>
/// <param name="Absent">Scrapes that did not happen: more than one and a half intervals lie between two samples, or at an end.</param>
/// <param name="First">When the first of them was due, or began; null when nothing is missing.</param>
public sealed record ScrapeGaps(int Failed, int Absent, DateTimeOffset? First)
{
    private const double Late = 1.5;

    /// <summary>Scrapes that brought no metrics.</summary>
    public int Count => Failed + Absent;

    /// <summary>Counts them from every sample of a target's <c>up</c>, the timestamps Prometheus' own.</summary>
    /// <param name="up">Samples, oldest first.</param>
    /// <param name="from">Start of the time that must be covered.</param>
    /// <param name="to">End of it.</param>
    /// <param name="interval">Scrape interval, wall time.</param>
    public static ScrapeGaps Of(Series up, DateTimeOffset from, DateTimeOffset to, TimeSpan interval)
    {
        var (failed, absent) = (0, 0);
        DateTimeOffset? first = null;
        var previous = from;
        foreach (var sample in up.Samples.Where(s => s.At > from && s.At <= to))
        {
            absent += Skip(previous, sample.At);
            failed += sample.Value > 0 ? 0 : 1;
            first ??= sample.Value > 0 ? null : sample.At;
            previous = sample.At;
        }

        absent += Skip(previous, to);
        return new ScrapeGaps(failed, absent, first);

        int Skip(DateTimeOffset earlier, DateTimeOffset later)
        {
            var missed = later - earlier > interval * Late ? (int)Math.Round((later - earlier) / interval) - 1 : 0;
            first ??= missed > 0 ? earlier + interval : null;
            return missed;
        }
    }
}
