using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Network;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>A standby that the primary's data no longer reaches: it has replayed all that it got, so that it counts as up to date.</summary>
internal sealed class StandbyCutOff : SingleFault
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "standby-cut-off",
        Done = "packets of the primary to its streaming standby are dropped; both servers go on serving, and the primary is written to",
        ShouldBeTold = "the standby no longer follows the primary",
        NamedBy = ["DatabaseReplicationLag"],
        ClosedBy = "StandbyCutOff",
    };

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Postgres | CellSystems.Standby;

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [DatabaseTraffic.ReadMostly(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken)
    {
        var cell = context.Cell;
        var options = new PortBlockOptions
        {
            Engine = cell.Run.Engine,
            CellLabels = cell.Labels,
            SandboxId = cell.Container(CellNames.SandboxOf("postgres-standby")).Id,
            Image = cell.Run.Images[ImageCatalogue.NetworkTools],
            Port = 5432,
            OfOthers = true,
            MaximumDuration = context.MaximumFaultDuration,
        };
        return Task.FromResult<IFault>(new PortBlock(options, context.Time));
    }
}
