using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>An API pod deleted: its series vanish, and a series that is not there is not 0.</summary>
internal sealed class PodDeleted : PodSpot
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "pod-deleted",
        Done = "an API pod is deleted; its Deployment replaces it under a new name",
        ShouldBeTold = "an API pod is gone, and another has taken its place",
        ClosedBy = "ApiProcessIsNew",
    };

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new PodDelete(Pods(context), context.Time));
}
