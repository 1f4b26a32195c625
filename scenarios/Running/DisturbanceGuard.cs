using System.Collections.Immutable;
using System.Globalization;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Finds where the machine, not the alert, broke the measurement: missed scrapes and missed evaluations.</summary>
internal sealed class DisturbanceGuard(Cell cell, AlertScenario scenario, TimeScale scale)
{
    // The first and the last scrape of a range may fall just outside it.
    private const int EdgeScrapes = 2;

    /// <summary>What was disturbed between two instants.</summary>
    public async Task<ImmutableArray<string>> FindAsync(DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var range = $"[{(long)(end - start).TotalMilliseconds}ms]";
        foreach (var (job, targets) in ExpectedTargets.Of(cell.Blueprint).Where(t => !scenario.FaultedJobs.Contains(t.Key)))
        {
            found.AddRange(await MissedScrapesAsync(job, targets, range, start, end, cancellationToken));
        }

        var missed = $"max_over_time(prometheus_rule_group_iterations_missed_total{range}) - min_over_time(prometheus_rule_group_iterations_missed_total{range}) > 0";
        foreach (var group in await cell.Prometheus.QueryAsync(missed, end, cancellationToken))
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"rule group {group.Label("rule_group")} missed {group.Samples[0].Value} evaluations"));
        }

        return [.. found];
    }

    private async Task<List<string>> MissedScrapesAsync(string job, int targets, string range, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var expected = Math.Floor((end - start) / scale.ToWall(scenario.Contract.ScrapeInterval)) - EdgeScrapes;
        var scraped = await cell.Prometheus.QueryAsync($"sum_over_time(up{{job=\"{job}\"}}{range})", end, cancellationToken);
        if (scraped.Length < targets)
        {
            found.Add($"{scraped.Length} of {targets} targets of {job} were scraped at all");
        }

        foreach (var target in scraped)
        {
            var good = target.Samples[0].Value;
            if (good < expected)
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{good} good scrapes of {job} {target.Label("instance")}, expected at least {expected}"));
            }
        }

        return found;
    }
}
