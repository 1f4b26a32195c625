using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Dwcp;
using NovaCron.Validation.Scenarios.Simulated;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Dwcp;

/// <summary>
/// A further peer reserves nearly all of the bandwidth that an API pod has to give to streams. The pod's own 40 streams reserve
/// 40 × 10 packets × (512 + 36) bytes, 0.2 of 10 million bytes per second.
/// </summary>
public sealed class DwcpBandwidthExhausted : AlertScenario
{
    private const string Name = "DWCPBandwidthExhausted";
    private const string Summary = "DWCP bandwidth nearly exhausted";
    private const string Fault = "dwcp-bandwidth-reservation";
    private const int Streams = 10;
    private const long JustBelowReserved = 740_000;
    private const long FaultReserved = 920_000;

    // Simulated, as the stand-in has it: bytes per second that streams may reserve together.
    private const double Bandwidth = 10_000_000;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "dwcp",
        Severity = "warning",
        RuleFile = "dwcp-alerts.yml",
        Signal = new Ratio(new Gauge("dwcp_bandwidth_allocated_bytes"), new Gauge("dwcp_bandwidth_available_bytes")) { Unit = "ratio" },
        Comparator = Comparator.Above,
        Threshold = 0.9,
        For = TimeSpan.FromMinutes(5),
        Receivers = [.. StrategyReceivers.Warning(Name, "dwcp", Summary), StrategyReceivers.Dwcp(Name, Summary)],
    };

    /// <inheritdoc/>
    public override SimulatedSystem Simulated(PrometheusFile? prometheus) => ApiSystem.Itself with { Denominator = Bandwidth };

    /// <inheritdoc/>
    public override string FaultName => Fault;

    /// <inheritdoc/>
    public override string FaultDescription => "a further DWCP peer opens ten streams to an API pod that reserve 92 % of the bandwidth that the pod has to give";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "dwcp-bandwidth-exhausted";

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => DwcpCell.WithSlowStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override async Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, JustBelowReserved, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, FaultReserved, cancellationToken);

    private static async Task<DwcpPeer> CreateAsync(ScenarioCell context, long reserved, CancellationToken cancellationToken) =>
        new(await DwcpCell.PeerAsync(context, Fault, Streams, cancellationToken) with { ReservedBytesPerStream = reserved }, context.Time);
}
