using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Containers;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>An exporter dead: every alert about its server is silent from then on, whatever the server does.</summary>
internal sealed class ExporterGone : SingleFault
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "exporter-gone",
        Done = "the Redis exporter's process is killed and stays dead, while Redis is well",
        ShouldBeTold = "the cache is no longer watched",
        ClosedBy = "ExporterDown",
    };

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Redis;

    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["redis-exporter"];

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => blueprint with { Sandboxed = ["redis-exporter"] };

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [CacheTraffic.MostlyHits(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new ContainerKill(Server(context, "redis-exporter", 9121), context.Time));
}
