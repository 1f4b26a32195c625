using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Network;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Dwcp;

/// <summary>The way to an API pod becomes long: every DWCP datagram that arrives there is held. Its peer measures the round trip.</summary>
public sealed class DwcpHighLatency : AlertScenario
{
    private const string Name = "DWCPHighLatency";
    private const string Summary = "DWCP protocol experiencing high latency";
    private const int JustBelowMilliseconds = 76;
    private const int FaultMilliseconds = 150;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "dwcp",
        Severity = "warning",
        RuleFile = "dwcp-alerts.yml",
        Signal = new Gauge("dwcp_latency_milliseconds") { Unit = "ms" },
        Comparator = Comparator.Above,
        Threshold = 100,
        For = TimeSpan.FromMinutes(5),
        Receivers = [.. StrategyReceivers.Warning(Name, "dwcp", Summary), StrategyReceivers.Dwcp(Name, Summary)],
        RealTimeConstants =
        [
            new("DWCP's measurement window", TimeSpan.FromSeconds(1), "the latency is the mean round trip of the last second"),
        ],
    };

    /// <inheritdoc/>
    public override string FaultName => "dwcp-path-delay";

    /// <inheritdoc/>
    public override string FaultDescription => "every DWCP datagram on the path to an API pod is held for 150 ms, and none is lost";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "dwcp-high-latency";

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => DwcpCell.WithSlowStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override async Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, JustBelowMilliseconds, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, FaultMilliseconds, cancellationToken);

    private static async Task<PathDelay> CreateAsync(ScenarioCell context, int milliseconds, CancellationToken cancellationToken)
    {
        var cell = context.Cell;
        var pods = await cell.Kubernetes.PodsAsync(cancellationToken);
        return new PathDelay(
            new PathDelayOptions
            {
                Engine = cell.Run.Engine,
                CellLabels = cell.Labels,
                SandboxId = await DwcpCell.SandboxAsync(cell, pods[0], cancellationToken),
                Address = pods[0].Address,
                PeerSandboxId = await DwcpCell.SandboxAsync(cell, pods[1], cancellationToken),
                Image = cell.Run.Images[ImageCatalogue.NetworkTools],
                RelayImage = cell.Run.Images[ImageCatalogue.StandIns],
                Port = CellNames.DwcpPort,
                Hold = TimeSpan.FromMilliseconds(milliseconds),
                MaximumDuration = context.MaximumFaultDuration,
            },
            context.Time);
    }
}
