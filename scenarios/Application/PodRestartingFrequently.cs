using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Pods;
using NovaCron.Validation.Scenarios.Simulated;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Application;

/// <summary>
/// An API pod whose process dies again and again, and works in between. The kubelet's back-off of 10 s before the second restart is real time, whatever the
/// compression: the live run judges the chain, and what a real kubelet's restarts look like at the documented cadence is shown to the rule in virtual time.
/// </summary>
public sealed class PodRestartingFrequently : AlertScenario
{
    private const string Name = "PodRestartingFrequently";
    private const string Metric = "kube_pod_container_status_restarts_total";
    private const string ThresholdOutOfReach = "pod-restart-threshold-is-out-of-reach";
    private const int JustBelowRestarts = 1;
    private const int FaultRestarts = 2;
    private const int JustBelowPod = 0;
    private const int FaultPod = 1;
    private const int InhibitedPod = 2;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly ImmutableArray<Matcher> Pods = [Matcher.Matches("pod", "novacron-api-.*")];

    // The kubelet's longest back-off, and the program's start.
    private static readonly TimeSpan RestartLimit = TimeSpan.FromMinutes(5.5);

    private readonly AlertContract _contract = new()
    {
        Alert = Name,
        Component = "api",
        Severity = "warning",
        RuleFile = "application-alerts.yml",
        Signal = new Rate(Metric, Window, Pods) { Unit = "restarts per second" },
        Comparator = Comparator.Above,
        Threshold = 0.1,
        For = TimeSpan.FromMinutes(5),
        DescriptionTells = ["$labels.pod", "$value"],
        Receivers = StrategyReceivers.Warning(Name, "api", "Pod restarting frequently"),
        InhibitedBy = ["ServiceDown"],
    };

    /// <inheritdoc/>
    public override AlertContract Contract => _contract;

    /// <inheritdoc/>
    public override ImmutableArray<string> Amendments => [ThresholdOutOfReach];

    /// <inheritdoc/>
    public override SimulatedSystem Simulated(PrometheusFile? prometheus) => ApiSystem.KubeState;

    /// <inheritdoc/>
    public override string FaultName => "pod-restarts";

    /// <inheritdoc/>
    public override string FaultDescription => "an API pod's process is killed twice, each time once the kubelet has restarted it and it listens";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95) { IsAtOnce = true };

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, string> DeclaredAlerts => ImmutableSortedDictionary<string, string>.Empty
        .Add("ServiceDown", "a pod that waits for the kubelet's back-off of 10 s, which is real time, is down for more than a minute of compressed time");

    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["novacron-api"];

    /// <inheritdoc/>
    public override Inhibitor? Inhibitor => ServiceDownInhibits.By(JustBelowPod);

    /// <inheritdoc/>
    public override string CellName => "pod-restarting-frequently";

    /// <inheritdoc/>
    public override ImmutableArray<SimulatedCase> Simulations => KubeletRestarts.Cases(Metric);

    // "Has restarted N times in the last 15 minutes" is a number of restarts. Above one: at its longest back-off a kubelet restarts a container that
    // dies at once three times in 15 minutes, or twice, and the alert must last as long as that does. Not on one: increase() extrapolates a single
    // restart to 1.02 in 15 minutes, and a single one is no frequency.
    /// <inheritdoc/>
    public override AlertScenario Under(IReadOnlyCollection<string> amendments) => !amendments.Contains(ThresholdOutOfReach) ? this
        : new PodRestartingFrequently(_contract with { Signal = new Increase(Metric, Window, Pods) { Unit = "restarts in 15 minutes" }, Threshold = 1.25 });

    /// <summary>The scenario of the promise as the strategy makes it.</summary>
    public PodRestartingFrequently() { }

    private PodRestartingFrequently(AlertContract contract) => _contract = contract;

    // A pod for each kill that the alert must count: the kubelet's back-off remembers the one before.
    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => ApiPods.WithFewStreams(blueprint) with { ApiReplicas = 3 };

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.Streams(context.Cell)];

    /// <inheritdoc/>
    public override async Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, JustBelowPod, JustBelowRestarts, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, FaultPod, FaultRestarts, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IFault> CreateInhibitedFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        await CreateAsync(context, InhibitedPod, FaultRestarts, cancellationToken);

    private static async Task<PodRestarts> CreateAsync(ScenarioCell context, int pod, int restarts, CancellationToken cancellationToken) => new(
        await ApiPods.TargetAsync(context, pod, cancellationToken) with { RestartLimit = RestartLimit }, restarts, context.Time);
}
