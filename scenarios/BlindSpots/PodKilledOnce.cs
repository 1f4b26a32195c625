using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>One API process killed once: the kubelet has it back before any alert's <c>for</c> has passed.</summary>
internal sealed class PodKilledOnce : PodSpot
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "pod-killed-once",
        Done = "an API pod's process is killed once; the kubelet restarts it within seconds",
        ShouldBeTold = "an API process died and was restarted",
        NamedBy = ["PodRestartingFrequently"],
        ClosedBy = "ApiProcessIsNew",
    };

    /// <inheritdoc/>
    public override async Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) => new PodKill(
        new PodFaultOptions
        {
            Engine = context.Cell.Run.Engine,
            CellLabels = context.Cell.Labels,
            Pod = (await context.Cell.Kubernetes.PodsAsync(cancellationToken))[0].Name,
            Container = CellNames.Api,
            Port = CellNames.MetricsPort,
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
