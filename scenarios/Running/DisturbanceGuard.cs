using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Finds where the machine, not the alert, broke the measurement: missed scrapes and missed evaluations.</summary>
/// <param name="cell">The cell.</param>
/// <param name="faultedJobs">Scrape jobs whose targets the faults take down.</param>
/// <param name="inhibitorsJobs">Scrape jobs whose targets the inhibitor's fault takes down.</param>
/// <param name="scrapeInterval">Scrape interval, wall time.</param>
internal sealed class DisturbanceGuard(Cell cell, IReadOnlyCollection<string> faultedJobs, IReadOnlyCollection<string> inhibitorsJobs, TimeSpan scrapeInterval)
{
    /// <summary>The guard of a scenario's cell.</summary>
    public DisturbanceGuard(Cell cell, AlertScenario scenario, TimeScale scale)
        : this(cell, scenario.FaultedJobs, scenario.Inhibitor?.FaultedJobs ?? [], scale.ToWall(scenario.Contract.ScrapeInterval)) { }

    /// <summary>What was disturbed between two instants.</summary>
    /// <param name="start">One.</param>
    /// <param name="end">The other.</param>
    /// <param name="inhibition">When the inhibitor's fault was asked for, whose effect missing scrapes are from then on; null when it was not.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ImmutableArray<string>> FindAsync(DateTimeOffset start, DateTimeOffset end, DateTimeOffset? inhibition, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var (job, targets) in ExpectedTargets.Of(cell.Blueprint).Where(t => !faultedJobs.Contains(t.Key)))
        {
            var until = inhibitorsJobs.Contains(job) ? inhibition ?? end : end;
            found.AddRange(await MissedScrapesAsync(job, targets, start, until, cancellationToken));
        }

        var range = $"[{(long)(end - start).TotalMilliseconds}ms]";
        var missed = $"max_over_time(prometheus_rule_group_iterations_missed_total{range}) - min_over_time(prometheus_rule_group_iterations_missed_total{range}) > 0";
        foreach (var group in await cell.Prometheus.QueryAsync(missed, end, cancellationToken))
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"rule group {group.Label("rule_group")} missed {group.Samples[0].Value} evaluations"));
        }

        return [.. found];
    }

    private async Task<List<string>> MissedScrapesAsync(string job, int targets, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var all = await cell.Prometheus.RangeSelectorAsync($"up{{job=\"{job}\"}}", end - start, end, cancellationToken);
        var scraped = all.Where(target => ExpectedTargets.IsThere(cell.Blueprint, target.Label("instance"))).ToImmutableArray();
        if (scraped.Length < targets)
        {
            found.Add($"{scraped.Length} of {targets} targets of {job} were scraped at all");
        }

        foreach (var target in scraped)
        {
            var gaps = ScrapeGaps.Of(target, start, end, scrapeInterval);
            if (gaps.Count > 0)
            {
                found.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{gaps.Failed} scrapes of {job} {target.Label("instance")} failed and {gaps.Absent} did not happen, the first at {gaps.First!.Value.UtcDateTime:HH:mm:ss.fff}"));
            }
        }

        return found;
    }
}
