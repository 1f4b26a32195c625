using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>Every blind spot: the application, the servers around it, then the pipeline itself.</summary>
internal static class BlindSpotCatalogue
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<BlindSpot> All { get; } =
    [
        new PodKilledOnce(),
        new PodDeleted(),
        new DeploymentScaledToZero(),
        new MetricsPortHangs(),
        new NoTraffic(),
        new NodeGone(),
        new ExporterGone(),
        new PostgresKilled(),
        new PostgresPaused(),
        new StandbyCutOff(),
        new ConnectionsExhausted(),
        new RedisPaused(),
        new MaxmemoryNotSet(),
        new PrometheusKilledWhilePending(),
        new PrometheusKilledWhileFiring(),
        new AlertmanagerKilledBeforeTelling(),
        new AlertmanagerKilledBeforeTheEnd(),
    ];

    /// <summary>The blind spots named, or all of them for no name.</summary>
    /// <exception cref="UsageException">There is no such one; the message has the nearest names.</exception>
    public static ImmutableArray<BlindSpot> Select(IReadOnlyCollection<string> names)
    {
        var known = All.Select(s => s.Promise.Spot).ToList();
        return names.FirstOrDefault(n => !known.Contains(n)) is { } unknown
            ? throw new UsageException($"there is no blind spot {unknown}; did you mean {string.Join(" or ", NearestNames.Of(unknown, known))}? All are {string.Join(", ", known)}")
            : names.Count == 0 ? All : [.. All.Where(s => names.Contains(s.Promise.Spot))];
    }

    /// <summary>Makes sure that a configuration foretells nothing of a blind spot that is none.</summary>
    /// <exception cref="ConfigurationException">It does.</exception>
    public static void RefuseUnknown(ForetoldBlindSpots foretold)
    {
        var known = All.Select(s => s.Promise.Spot).ToList();
        if (foretold.Entries.FirstOrDefault(e => !known.Contains(e.Spot)) is { } unknown)
        {
            throw new ConfigurationException(unknown.Position, $"there is no blind spot {unknown.Spot}; all are {string.Join(", ", known)}");
        }
    }
}
