using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>How long an incident is watched, documented time.</summary>
/// <param name="Watch">While it lasts: as long as any alert of the configuration could take to tell.</param>
/// <param name="Recovery">After its end: as long as an end could take to be told.</param>
internal sealed record WatchPlan(TimeSpan Watch, TimeSpan Recovery)
{
    // A scrape, two evaluations, group_wait and group_interval of the strategy, and as much again.
    private static readonly TimeSpan Way = TimeSpan.FromMinutes(3);

    // resolve_timeout, after which Alertmanager ends an alert of which it hears no more.
    private static readonly TimeSpan Resolution = TimeSpan.FromMinutes(5);

    /// <summary>The plan for a configuration: what its slowest alert takes, window and <c>for</c> one after the other.</summary>
    public static WatchPlan Of(MonitoringConfiguration configuration) =>
        new(configuration.Alerts.Select(a => LongestLookBack.Of(a.Expr) + a.For).DefaultIfEmpty().Max() + Way, Resolution + Way);

    /// <summary>The longest that a fault of an incident may last at a time scale, wall time.</summary>
    public TimeSpan MaximumFault(Environments.Monitoring.TimeScale scale) => (4 * scale.ToWall(Watch + Recovery)) + TimeSpan.FromMinutes(2);
}
