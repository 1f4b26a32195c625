using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>Waits for a cell's state, never for time: targets up, Alertmanager known, the heartbeat delivered.</summary>
public static class CellReadiness
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // A scrape of every target, an evaluation, and a group's wait, each at its longest: nothing at N = 25, and most of the start at N = 1.
    private static readonly TimeSpan DocumentedLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(300);

    /// <summary>Waits until the cell's whole pipeline works.</summary>
    /// <exception cref="EngineException">It did not within 60 s (wall) and two documented minutes; the message says what was still missing.</exception>
    public static async Task WaitAsync(Cell cell, CancellationToken cancellationToken)
    {
        var expected = ExpectedTargets.Of(cell.Blueprint);
        var missing = "Prometheus does not answer";
        await UntilAsync(
            () => $"cell {cell.Blueprint.Name} is ready ({missing})",
            async token =>
            {
                missing = await MissingAsync(cell, expected, token) ?? "";
                return missing.Length == 0;
            },
            LimitOf(cell),
            cancellationToken);
    }

    /// <summary>Waits until the scrapes of the last six seconds, and of two intervals at least, were there and succeeded, but for one, so that what follows is no longer part of the start.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="scrapeInterval">Scrape interval, wall time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="EngineException">They did not within 60 s (wall) and two documented minutes.</exception>
    public static Task WaitSteadyAsync(Cell cell, TimeSpan scrapeInterval, CancellationToken cancellationToken)
    {
        var expected = ExpectedTargets.Of(cell.Blueprint);
        var scrapes = Math.Max(2, (int)(Steady / scrapeInterval));
        return UntilAsync(
            () => $"the scrapes of cell {cell.Blueprint.Name} are steady",
            async token =>
            {
                try
                {
                    return await IsSteadyAsync(cell, expected, scrapes, scrapes * scrapeInterval, token);
                }
                catch (ObservationException)
                {
                    return false;
                }
            },
            LimitOf(cell),
            cancellationToken);
    }

    private static async Task<bool> IsSteadyAsync(Cell cell, IReadOnlyDictionary<string, int> expected, int scrapes, TimeSpan past, CancellationToken cancellationToken)
    {
        var up = await cell.Prometheus.QueryAsync($"sum_over_time(up{{job=~\"{string.Join('|', expected.Keys)}\"}}[{(long)past.TotalMilliseconds}ms])", null, cancellationToken);
        var there = up.Where(t => ExpectedTargets.IsThere(cell.Blueprint, t.Label("instance"))).ToList();
        // At the edge of the window one scrape more or less is no gap.
        return there.Count >= expected.Values.Sum() && there.TrueForAll(t => t.Samples[0].Value >= scrapes - 1);
    }

    /// <summary>Waits until a condition holds; observers that do not answer yet count as not yet.</summary>
    /// <exception cref="EngineException">It did not hold within 60 s (wall).</exception>
    internal static Task UntilAsync(string what, Func<CancellationToken, Task<bool>> condition, CancellationToken cancellationToken) =>
        UntilAsync(() => what, condition, Limit, cancellationToken);

    private static TimeSpan LimitOf(Cell cell) => Limit + cell.Blueprint.Monitoring.Scale.ToWall(DocumentedLimit);

    private static async Task UntilAsync(
        Func<string> what, Func<CancellationToken, Task<bool>> condition, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(longest);
        using var poll = new PeriodicTimer(Poll);
        try
        {
            while (!await condition(limit.Token))
            {
                await poll.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineException($"waited {longest.TotalSeconds:0} s until {what()}; see the containers' logs in the result folder");
        }
    }

    private static async Task<string?> MissingAsync(Cell cell, IReadOnlyDictionary<string, int> expected, CancellationToken cancellationToken)
    {
        try
        {
            return await MissingTargetAsync(cell, expected, cancellationToken)
                ?? ((await cell.Prometheus.AlertmanagersAsync(cancellationToken)).Length > 0 ? null : "Prometheus knows no Alertmanager")
                ?? await MissingHeartbeatAsync(cell, cancellationToken);
        }
        catch (ObservationException notYet)
        {
            return notYet.Message;
        }
    }

    private static async Task<string?> MissingTargetAsync(Cell cell, IReadOnlyDictionary<string, int> expected, CancellationToken cancellationToken)
    {
        var targets = await cell.Prometheus.TargetsAsync(cancellationToken);
        foreach (var (job, count) in expected)
        {
            var there = targets.Where(t => t.Job == job && ExpectedTargets.IsThere(cell.Blueprint, t.Instance)).ToList();
            var (up, wanted) = (there.Count(t => t.IsUp), Math.Max(count, there.Count));
            if (up < wanted)
            {
                return $"{up} of {wanted} targets of job {job} are up";
            }
        }

        return null;
    }

    private static async Task<string?> MissingHeartbeatAsync(Cell cell, CancellationToken cancellationToken)
    {
        var requests = await cell.Receivers.RequestsAsync(0, cancellationToken);
        return requests.Any(r => r.Body.Contains(Monitoring.Rendering.HeartbeatRule.AlertName, StringComparison.Ordinal))
            ? null
            : "the heartbeat alert has not reached a receiver";
    }
}
