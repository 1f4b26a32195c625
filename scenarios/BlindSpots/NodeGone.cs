using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>A node taken away with all that ran on it: its targets leave discovery and are no longer expected to be up.</summary>
internal sealed class NodeGone : PodSpot
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "node-gone",
        Done = "the cluster's node is taken away, and the pods on it with it",
        ShouldBeTold = "a node is gone, and the API's pods with it",
        Symptoms = ImmutableSortedDictionary<string, string>.Empty.Add("ServiceDown", "the API is down, since its node is"),
        ClosedBy = "NodeGone",
    };

    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["novacron-api", "kubernetes-cadvisor"];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new NodeRemoval(Pods(context), context.Time));
}
