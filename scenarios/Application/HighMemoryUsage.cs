using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Resources;
using NovaCron.Validation.Scenarios.Simulated;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Application;

/// <summary>Memory held inside an API pod's container until its working set is near its limit.</summary>
public sealed class HighMemoryUsage : AlertScenario
{
    private const string Name = "HighMemoryUsage";
    private const double JustBelowShare = 0.72;
    private const double FaultShare = 0.92;
    private const int Pressed = 0;
    private const int Other = 1;

    // Simulated: 512 MiB a container.
    private const double MemoryLimit = 512 * 1024 * 1024;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "api",
        Severity = "warning",
        RuleFile = "application-alerts.yml",
        Signal = new Ratio(
            new Gauge("container_memory_working_set_bytes", ContainerMatchers.OfApi),
            new Gauge("container_spec_memory_limit_bytes", ContainerMatchers.OfApi))
        {
            Unit = "of the limit",
        },
        Comparator = Comparator.Above,
        Threshold = 0.85,
        For = TimeSpan.FromMinutes(5),
        DescriptionTells = ["$labels.pod", "$value"],
        Receivers = StrategyReceivers.Warning(Name, "api", "High memory usage"),
        InhibitedBy = ["ServiceDown"],
    };

    /// <inheritdoc/>
    public override SimulatedSystem Simulated(PrometheusFile? prometheus) => ApiSystem.Cadvisor(MemoryLimit);

    /// <inheritdoc/>
    public override string FaultName => "pod-memory-pressure";

    /// <inheritdoc/>
    public override string FaultDescription => "processes inside an API pod's container hold memory until its working set is at 92 % of its limit";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override Inhibitor? Inhibitor => ServiceDownInhibits.By(Other);

    /// <inheritdoc/>
    public override string CellName => "high-memory-usage";

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => ApiPods.WithFewStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override async Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, JustBelowShare, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, FaultShare, cancellationToken);

    private static async Task<PodMemoryPressure> CreateAsync(ScenarioCell context, double share, CancellationToken cancellationToken) => new(
        new PressureOptions { Target = await ApiPods.TargetAsync(context, Pressed, cancellationToken), Share = share }, context.Time);
}
