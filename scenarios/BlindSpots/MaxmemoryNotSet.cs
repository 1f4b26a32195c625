using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>Redis without a memory limit: it will take all the memory there is, and used ÷ 0 is above any threshold for ever.</summary>
internal sealed class MaxmemoryNotSet : SingleFault
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "maxmemory-unset",
        Done = "Redis' maxmemory is set to 0, its default: there is no limit",
        ShouldBeTold = "Redis has no memory limit",
        ClosedBy = "CacheHasNoMemoryLimit",
    };

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Redis;

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [CacheTraffic.MostlyHits(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new MaxmemoryUnset(context.Cell.RedisPort, context.MaximumFaultDuration, context.Time));
}
