using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Pods;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Application;

/// <summary>An API pod in a crash loop: its process and every successor is killed before it listens, while the pod object stays.</summary>
public sealed class ServiceDown : AlertScenario
{
    private const string Name = "ServiceDown";

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "api",
        Severity = "critical",
        RuleFile = "application-alerts.yml",
        Signal = new Gauge("up", Matcher.Equal("job", "novacron-api")) { Unit = "up (0 or 1)" },
        Comparator = Comparator.EqualTo,
        Threshold = 0,
        For = TimeSpan.FromMinutes(1),
        DescriptionTells = ["$labels.pod"],
        Receivers = StrategyReceivers.Critical(Name, "api", "NovaCron API service is down"),
    };

    /// <inheritdoc/>
    public override string FaultName => "pod-crash-loop";

    /// <inheritdoc/>
    public override string FaultDescription => "an API pod's process is killed, and so is every successor before it listens, while the pod object stays";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api | CellSystems.Postgres | CellSystems.Redis;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Brief();

    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["novacron-api"];

    /// <inheritdoc/>
    public override string CellName => "service-down";

    /// <inheritdoc/>
    public override bool AsksHealth => true;

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => ApiPods.WithFewStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.ReadMostly(context.Cell)];

    /// <inheritdoc/>
    public override async Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        new PodPause(await ApiPods.TargetAsync(context, 0, cancellationToken), context.Time);

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        new PodCrashLoop(await ApiPods.TargetAsync(context, 0, cancellationToken), context.Time);
}
