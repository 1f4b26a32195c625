using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Containers;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>Redis hanging: the exporter waits longer than a scrape does, so that redis_up is not 0 but absent.</summary>
internal sealed class RedisPaused : SingleFault
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "redis-paused",
        Done = "Redis' process is frozen: connections are taken, and nobody answers",
        ShouldBeTold = "the cache hangs",
        NamedBy = ["CacheDown"],
        ClosedBy = "CacheUnreachable",
    };

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Redis;

    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["redis-exporter"];

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [CacheTraffic.MostlyHits(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new ContainerPause(Server(context, "redis", 6379), context.Time));
}
