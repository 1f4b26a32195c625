using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Tests.Benchmarks;

/// <summary>What Prometheus missed, and how long its scrapes took, seconds (wall).</summary>
internal sealed record Gaps(double Scrapes, double Evaluations, double ScrapeP50, double ScrapeP99)
{
    // A figure that Prometheus did not give is no proof that nothing was missed.
    public bool HasGap => !(Scrapes == 0 && Evaluations == 0);

    public static Gaps Sum(IReadOnlyCollection<Gaps> cells) => new(
        cells.Sum(c => c.Scrapes), cells.Sum(c => c.Evaluations), cells.Max(c => c.ScrapeP50), cells.Max(c => c.ScrapeP99));
}

/// <summary>Counts a cell's gaps over the time just past.</summary>
internal sealed class GapCount(Cell cell, TimeScale scale)
{
    private static readonly TimeSpan DocumentedScrape = TimeSpan.FromSeconds(15);

    public async Task<Gaps> CountAsync(TimeSpan past, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var range = $"[{(long)past.TotalMilliseconds}ms]";
        var targets = ExpectedTargets.Of(cell.Blueprint);
        var jobs = string.Join('|', targets.Keys);
        var scraped = await cell.Prometheus.RangeSelectorAsync($"up{{job=~\"{jobs}\"}}", past, now, cancellationToken);
        var up = scraped.Where(target => ExpectedTargets.IsThere(cell.Blueprint, target.Label("instance"))).ToList();
        var neverScraped = Math.Max(0, targets.Values.Sum() - up.Count);
        var interval = scale.ToWall(DocumentedScrape);
        var missed = (neverScraped * Math.Floor(past / interval)) + up.Sum(t => ScrapeGaps.Of(t, now - past, now, interval).Count);
        return new Gaps(
            missed,
            await ValueAsync($"sum(increase(prometheus_rule_group_iterations_missed_total{range}))", now, cancellationToken),
            await ValueAsync($"max(quantile_over_time(0.5, scrape_duration_seconds{{job=~\"{jobs}\"}}{range}))", now, cancellationToken),
            await ValueAsync($"max(quantile_over_time(0.99, scrape_duration_seconds{{job=~\"{jobs}\"}}{range}))", now, cancellationToken));
    }

    private async Task<double> ValueAsync(string query, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await cell.Prometheus.QueryAsync(query, now, cancellationToken)) is [var only, ..] ? only.Samples[0].Value : double.NaN;
}
