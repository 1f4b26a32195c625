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

/// <summary>CPU time used up inside an API pod's container until it is near its quota.</summary>
public sealed class HighCpuUsage : AlertScenario
{
    private const string Name = "HighCPUUsage";
    private const double JustBelowShare = 0.68;
    private const double JustBelowTolerance = 0.05;
    private const double FaultShare = 0.95;

    // What is left is still above the threshold.
    private const double FaultTolerance = 0.10;
    private const int Pressed = 0;
    private const int Other = 1;

    // A quota is microseconds per period of 100 000, Kubernetes' own.
    private const double Period = 100_000;

    // Simulated: half a core a container.
    private const double Quota = Period / 2;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "api",
        Severity = "warning",
        RuleFile = "application-alerts.yml",
        Signal = new Times(
            new Ratio(
                new Sum(new Rate("container_cpu_usage_seconds_total", TimeSpan.FromMinutes(5), ContainerMatchers.OfApi), "namespace", "pod"),
                new Sum(new Gauge("container_spec_cpu_quota", ContainerMatchers.OfApi), "namespace", "pod")),
            Period)
        {
            Unit = "of the quota",
        },
        Comparator = Comparator.Above,
        Threshold = 0.80,
        For = TimeSpan.FromMinutes(5),
        DescriptionTells = ["$labels.pod", "$value"],
        Receivers = StrategyReceivers.Warning(Name, "api", "High CPU usage"),
        InhibitedBy = ["ServiceDown"],
    };

    /// <inheritdoc/>
    public override SimulatedSystem Simulated(PrometheusFile? prometheus) => ApiSystem.Cadvisor(Quota);

    /// <inheritdoc/>
    public override string FaultName => "pod-cpu-pressure";

    /// <inheritdoc/>
    public override string FaultDescription => "a loop inside an API pod's container uses CPU time until the container is at 95 % of its quota";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override Inhibitor? Inhibitor => ServiceDownInhibits.By(Other);

    /// <inheritdoc/>
    public override string CellName => "high-cpu-usage";

    // A small quota is as full as a large one, and leaves the machine to the other cells.
    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => ApiPods.WithFewStreams(blueprint) with { ApiCpu = "150m" };

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override async Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, JustBelowShare, JustBelowTolerance, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, FaultShare, FaultTolerance, cancellationToken);

    private static async Task<PodCpuPressure> CreateAsync(ScenarioCell context, double share, double tolerance, CancellationToken cancellationToken) => new(
        new PressureOptions { Target = await ApiPods.TargetAsync(context, Pressed, cancellationToken), Share = share, Tolerance = tolerance }, context.Time);
}
