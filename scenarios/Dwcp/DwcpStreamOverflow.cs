using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Dwcp;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Dwcp;

/// <summary>
/// A further peer opens so many streams to an API pod that it has nearly as many as it may have. Each pod has 40 open without it, of 100.
/// The rule's <c>dwcp_streams_max</c> is missing in the strategy's "Key Metrics Reference"; what exposes the others must expose it too.
/// </summary>
public sealed class DwcpStreamOverflow : AlertScenario
{
    private const string Name = "DWCPStreamOverflow";
    private const string Summary = "DWCP stream count approaching limit";
    private const string Fault = "dwcp-stream-flood";
    private const int JustBelowStreams = 36;
    private const int FaultStreams = 56;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "dwcp",
        Severity = "warning",
        RuleFile = "dwcp-alerts.yml",
        Signal = new Ratio(new Gauge("dwcp_streams_active"), new Gauge("dwcp_streams_max")) { Unit = "ratio" },
        Comparator = Comparator.Above,
        Threshold = 0.9,
        For = TimeSpan.FromMinutes(5),
        DescriptionTells = ["$value", "dwcp_streams_max"],
        Receivers = [.. StrategyReceivers.Warning(Name, "dwcp", Summary), StrategyReceivers.Dwcp(Name, Summary)],
    };

    /// <inheritdoc/>
    public override string FaultName => Fault;

    /// <inheritdoc/>
    public override string FaultDescription => "a further DWCP peer opens 56 streams to an API pod that has 40 of the 100 that it may have";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "dwcp-stream-overflow";

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => DwcpCell.WithSlowStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override async Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, JustBelowStreams, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, FaultStreams, cancellationToken);

    private static async Task<DwcpPeer> CreateAsync(ScenarioCell context, int streams, CancellationToken cancellationToken) =>
        new(await DwcpCell.PeerAsync(context, Fault, streams, cancellationToken), context.Time);
}
