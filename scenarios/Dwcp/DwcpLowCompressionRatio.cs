using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Dwcp;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Dwcp;

/// <summary>
/// A further peer sends an API pod packets that cannot be compressed, as encrypted disks are, beside the pods' own telemetry. The ratio
/// of a pod is that of all payload on its streams, in both directions.
/// </summary>
public sealed class DwcpLowCompressionRatio : AlertScenario
{
    private const string Name = "DWCPLowCompressionRatio";
    private const string Summary = "DWCP compression ratio is low";
    private const string Fault = "dwcp-incompressible-payload";
    private const int Streams = 10;
    private const int PayloadBytes = 1300;
    private const int JustBelowPacketsPerSecond = 4;
    private const int FaultPacketsPerSecond = 100;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "dwcp",
        Severity = "info",
        RuleFile = "dwcp-alerts.yml",
        Signal = new Gauge("dwcp_compression_ratio") { Unit = "ratio" },
        Comparator = Comparator.Below,
        Threshold = 1.5,
        For = TimeSpan.FromMinutes(10),
        Receivers = [.. StrategyReceivers.Info(Name), StrategyReceivers.Dwcp(Name, Summary)],
        RealTimeConstants =
        [
            new("DWCP's measurement window", TimeSpan.FromSeconds(1), "the ratio is that of the bytes of the last second"),
        ],
    };

    /// <inheritdoc/>
    public override string FaultName => Fault;

    /// <inheritdoc/>
    public override string FaultDescription => "a further DWCP peer sends an API pod payload that cannot be compressed, several times as much as the pods send of telemetry";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "dwcp-low-compression-ratio";

    /// <summary>Five streams instead of twenty between the pods, so that little is enough to outweigh them.</summary>
    public override CellBlueprint Shape(CellBlueprint blueprint) =>
        blueprint with { ApiEnvironment = blueprint.ApiEnvironment.SetItem("DWCP_STREAMS", "5") };

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override async Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, JustBelowPacketsPerSecond, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, FaultPacketsPerSecond, cancellationToken);

    private static async Task<DwcpPeer> CreateAsync(ScenarioCell context, int packetsPerSecond, CancellationToken cancellationToken)
    {
        var peer = await DwcpCell.PeerAsync(context, Fault, Streams, cancellationToken);
        return new DwcpPeer(peer with { PacketsPerSecond = packetsPerSecond, PayloadBytes = PayloadBytes, RandomShare = 1 }, context.Time);
    }
}
