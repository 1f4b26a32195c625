using System.Collections.Immutable;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>
/// An incident in which pods of the API come and go. A process's end and start, and discovery, which looks at most every five seconds, take real time:
/// compressed more they would last longer than <c>for: 1m</c>, and the suite would measure its own machine.
/// </summary>
internal abstract class PodSpot : SingleFault
{
    /// <inheritdoc/>
    public override int LargestScale => 5;

    // What fires without a cause does so within five minutes.
    /// <inheritdoc/>
    public override TimeSpan Quiet => TimeSpan.FromMinutes(7);

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["novacron-api"];

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => FewStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];
}
