using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Network;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Dwcp;

/// <summary>Packets dropped on the path between two API pods that stream DWCP over UDP.</summary>
public sealed class DwcpPacketLoss : AlertScenario
{
    private const string Name = "DWCPPacketLoss";
    private const string Summary = "DWCP packet loss detected";
    private const int JustBelowDropOneIn = 125;
    private const int FaultDropOneIn = 20;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "dwcp",
        Severity = "warning",
        RuleFile = "dwcp-alerts.yml",
        Signal = new Gauge("dwcp_packet_loss_rate") { Unit = "ratio" },
        Comparator = Comparator.Above,
        Threshold = 0.01,
        For = TimeSpan.FromMinutes(2),
        Receivers = [.. StrategyReceivers.Warning(Name, "dwcp", Summary), StrategyReceivers.Dwcp(Name, Summary)],
        RealTimeConstants =
        [
            new("DWCP's measurement window", TimeSpan.FromSeconds(1), "the receiving side counts sequence numbers over one second"),
        ],
    };

    /// <inheritdoc/>
    public override string FaultName => "dwcp-packet-loss";

    /// <inheritdoc/>
    public override string FaultDescription => "one in twenty packets is dropped on the path between two API pods that stream DWCP over UDP";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "dwcp-packet-loss";

    /// <summary>
    /// Twelve hundred packets a second: nine or ten of them are lost just below, and even where a busy machine sends a third less, the one packet that a second
    /// may lose more than the next does not take it to the threshold.
    /// </summary>
    public override CellBlueprint Shape(CellBlueprint blueprint) =>
        blueprint with { ApiEnvironment = blueprint.ApiEnvironment.SetItem("DWCP_STREAMS", "24") };

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override async Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, JustBelowDropOneIn, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, FaultDropOneIn, cancellationToken);

    private static async Task<PacketLoss> CreateAsync(ScenarioCell context, int dropOneIn, CancellationToken cancellationToken)
    {
        var cell = context.Cell;
        var pod = (await cell.Kubernetes.PodsAsync(cancellationToken))[0];
        return new PacketLoss(
            new PacketLossOptions
            {
                Engine = cell.Run.Engine,
                CellLabels = cell.Labels,
                SandboxId = await DwcpCell.SandboxAsync(cell, pod, cancellationToken),
                Image = cell.Run.Images[ImageCatalogue.NetworkTools],
                Port = CellNames.DwcpPort,
                DropOneIn = dropOneIn,
                MaximumDuration = context.MaximumFaultDuration,
            },
            context.Time);
    }
}
