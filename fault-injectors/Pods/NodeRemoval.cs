using System.Text.Json;

namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>The cluster's node taken away, and the pods on it with it; the roll-back registers it again.</summary>
/// <param name="options">Where the pods run.</param>
/// <param name="time">Clock; the system's when null.</param>
public sealed class NodeRemoval(PodFleetOptions options, TimeProvider? time = null) : FleetFault("node-removal", options, time)
{
    private readonly Dictionary<string, JsonElement> _removed = [];

    private protected override async Task TakeAsync(IReadOnlyList<string> pods, CancellationToken cancellationToken)
    {
        foreach (var (name, node) in await Options.Kubernetes.NodesAsync(cancellationToken))
        {
            _removed[name] = node;
            await Options.Kubernetes.DeleteNodeAsync(name, cancellationToken);
        }
    }

    private protected override async Task GiveBackAsync(int count, CancellationToken cancellationToken)
    {
        var present = await Options.Kubernetes.NodesAsync(cancellationToken);
        foreach (var (_, node) in _removed.Where(n => !present.ContainsKey(n.Key)))
        {
            await Options.Kubernetes.RegisterNodeAsync(node, cancellationToken);
        }
    }
}
