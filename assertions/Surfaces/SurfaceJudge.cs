using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>Judges everything that the strategy documents beside its alerts, from what the cells of a run brought.</summary>
public static class SurfaceJudge
{
    /// <summary>One result for each documented thing, in the strategy's order.</summary>
    /// <param name="promtail">The configuration's Promtail file; null when it has none.</param>
    /// <param name="cells">What the cells of the run brought.</param>
    public static ImmutableArray<SurfaceResult> Judge(PromtailFile? promtail, IReadOnlyCollection<SurfaceEvidence> cells) =>
    [
        .. StrategyDashboards.Panels.Select(p => DashboardSurface.Judge(p, cells)),
        .. LogSurface.Judge(promtail, cells),
        .. from moment in Enum.GetValues<HealthMoment>()
           from path in new[] { HealthSurface.Basic, HealthSurface.Detailed }
           select HealthSurface.Judge(path, moment, cells),
        .. KeyMetric.All.Select(m => MetricSurface.Judge(m, cells)),
    ];
}
