using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation;

namespace NovaCron.Validation.Scenarios.Application;

/// <summary>
/// A container's restart counter as kube-state-metrics shows it under a real kubelet, scraped at the documented cadence. The kubelet restarts at once, then after 10 s,
/// doubling to 5 min (its <c>backOffPeriod</c> and <c>MaxContainerBackOff</c>).
/// </summary>
internal static class KubeletRestarts
{
    private static readonly TimeSpan Scrape = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);

    // From its start until it dies: the API's own, which takes most of a second.
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    /// <summary>What the rule must tell apart.</summary>
    public static ImmutableArray<SimulatedCase> Cases(string metric)
    {
        var (start, end) = (TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(80));
        return
        [
            Case("crash loop of an hour", metric, [.. CrashLoop(start, end)], end + TimeSpan.FromMinutes(30)) with { Effect = start, Gone = end },
            Case("a single restart", metric, [start], TimeSpan.FromMinutes(45)),
            Case("a restart every 20 minutes", metric, [.. Enumerable.Range(1, 5).Select(i => i * start)], TimeSpan.FromMinutes(110)),
        ];
    }

    /// <summary>When a container that dies at once is restarted, from its first death on.</summary>
    internal static IEnumerable<TimeSpan> CrashLoop(TimeSpan from, TimeSpan to)
    {
        var wait = TimeSpan.Zero;
        for (var at = from; at < to; at += Life + wait)
        {
            yield return at;
            wait = wait == TimeSpan.Zero ? FirstBackOff : TimeSpan.FromTicks(Math.Min(2 * wait.Ticks, LongestBackOff.Ticks));
        }
    }

    private static SimulatedCase Case(string name, string metric, ImmutableArray<TimeSpan> restarts, TimeSpan length) => new(
        name,
        [
            new SimulatedSeries(
                $"{metric}{{namespace=\"novacron\",pod=\"novacron-api-6f7c8d9b5-x2x4q\",container=\"novacron-api\",uid=\"1\"}}",
                [.. Enumerable.Range(0, (int)(length / Scrape) + 1).Select(i => (double)restarts.Count(at => at <= i * Scrape))]),
        ]);
}
