using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Controllers;

/// <summary>
/// Puts pods that have no node on the first that there is, and deletes pods whose node is gone, without grace: nobody is left to give it to them.
/// Both as the scheduler and the pod garbage collector have it; the latter's quarantine of 40 s is left out.
/// </summary>
/// <param name="store">The API's objects.</param>
/// <param name="time">Stamps deletions.</param>
internal sealed class NodeController(ResourceStore store, TimeProvider time)
{
    /// <summary>Brings all pods in line once.</summary>
    public void Reconcile()
    {
        var nodes = store.List(ResourceKind.Nodes).Objects.Select(node => node.Name).ToList();
        foreach (var pod in store.List(ResourceKind.Pods).Objects.Select(found => found.ToJsonObject()))
        {
            var node = pod.Text("spec", "nodeName");
            if (node is null && nodes.Count > 0)
                Bind(pod, nodes[0]);
            else if (node is not null && !nodes.Contains(node))
                PodDeletion.Begin(store, pod, graceSeconds: 0, time.GetUtcNow());
        }
    }

    private void Bind(JsonObject pod, string node) =>
        store.Update(ResourceKind.Pods, pod.Text("metadata", "namespace") ?? "", pod.Text("metadata", "name") ?? "", content => content["spec"]!["nodeName"] = node);
}
