using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>An API pod whose metrics port hangs while the API itself serves: a scrape that fails is taken for a service that is down.</summary>
internal sealed class MetricsPortHangs : SingleFault
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "metrics-port-hangs",
        Done = "packets to one API pod's metrics port are dropped; the API itself goes on serving",
        ShouldBeTold = "an API pod serves, and its metrics are not to be had",
        ClosedBy = "ApiMetricsHang",
    };

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["novacron-api"];

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => FewStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        BlockAsync(context, CellNames.MetricsPort, cancellationToken);
}
