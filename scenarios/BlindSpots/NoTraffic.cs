using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>No request reaches the API: every ratio and quantile of requests becomes 0 ÷ 0, and NaN is above no threshold.</summary>
internal sealed class NoTraffic : SingleFault
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "no-traffic",
        Done = "packets to the API's port are dropped before they reach its only pod: users wait, the API is idle",
        ShouldBeTold = "no request reaches the API",
        Patience = TimeSpan.FromMinutes(5),
        Ramp = TimeSpan.FromMinutes(5),
        ClosedBy = "ApiWithoutTraffic",
    };

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => FewStreams(blueprint) with { ApiReplicas = 1 };

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        BlockAsync(context, CellNames.ApiPort, cancellationToken);
}
