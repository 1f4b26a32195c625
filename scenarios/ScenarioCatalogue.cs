using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Scenarios.Application;
using NovaCron.Validation.Scenarios.Cache;
using NovaCron.Validation.Scenarios.Database;
using NovaCron.Validation.Scenarios.Dwcp;

namespace NovaCron.Validation.Scenarios;

/// <summary>Every scenario, in the strategy's order.</summary>
public static class ScenarioCatalogue
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<AlertScenario> All { get; } =
    [
        new ServiceDown(),
        new HighErrorRate(),
        new HighResponseTime(),
        new HighMemoryUsage(),
        new HighCpuUsage(),
        new PodRestartingFrequently(),
        new DwcpHighLatency(),
        new DwcpPacketLoss(),
        new DwcpBandwidthExhausted(),
        new DwcpLowCompressionRatio(),
        new DwcpStreamOverflow(),
        new DatabaseConnectionPoolExhausted(),
        new DatabaseSlowQueries(),
        new DatabaseReplicationLag(),
        new DatabaseHighTransactionRate(),
        new DatabaseDeadlocks(),
        new CacheDown(),
        new CacheHighMemoryUsage(),
        new CacheLowHitRate(),
        new CacheHighEvictionRate(),
    ];

    /// <summary>The scenarios of the alerts named, or all of them for no name.</summary>
    /// <exception cref="UsageException">There is no such alert; the message has the nearest names.</exception>
    public static ImmutableArray<AlertScenario> Select(IReadOnlyCollection<string> alerts)
    {
        foreach (var alert in alerts)
        {
            if (!All.Any(s => Matches(s, alert)))
            {
                var names = All.Select(s => s.Contract.Alert).ToList();
                throw new UsageException($"there is no scenario for an alert {alert}; did you mean {string.Join(" or ", NearestNames.Of(alert, names))}? (./validate list shows all)");
            }
        }

        return alerts.Count == 0 ? All : [.. All.Where(s => alerts.Any(a => Matches(s, a)))];
    }

    /// <summary>The scenarios with their promises as a configuration amends them.</summary>
    /// <exception cref="ConfigurationException">No scenario knows one of the amendments.</exception>
    public static ImmutableArray<AlertScenario> Under(Systems systems, IEnumerable<AlertScenario> scenarios)
    {
        var known = All.SelectMany(s => s.Amendments).ToList();
        return systems.Amends.FirstOrDefault(a => !known.Contains(a.Id)) is { } unknown
            ? throw new ConfigurationException(unknown.Position, $"'amends' names {unknown.Id}, which changes no promise; known are {string.Join(", ", known.DefaultIfEmpty("none"))}")
            : [.. scenarios.Select(s => s.Under([.. systems.Amends.Select(a => a.Id)]))];
    }

    private static bool Matches(AlertScenario scenario, string alert) =>
        string.Equals(scenario.Contract.Alert, alert, StringComparison.OrdinalIgnoreCase);
}
