using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>No API pod left at all: nothing is scraped, so nothing is down.</summary>
internal sealed class DeploymentScaledToZero : PodSpot
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "deployment-scaled-to-zero",
        Done = "the API's Deployment is scaled to zero: no pod is left",
        ShouldBeTold = "the API is down: no pod of it is left",
        NamedBy = ["ServiceDown"],
        ClosedBy = "ApiAbsent",
    };

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new DeploymentScale(Pods(context), context.Time));
}
