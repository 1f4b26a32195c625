using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Controllers;

/// <summary>The first half of a pod's deletion: it is marked, the kubelet does the rest.</summary>
internal static class PodDeletion
{
    private const int DefaultGraceSeconds = 30;

    /// <summary>Marks it unless it is marked already.</summary>
    /// <param name="store">The API's objects.</param>
    /// <param name="pod">The pod.</param>
    /// <param name="graceSeconds">Seconds between TERM and KILL; null takes the pod's own, 30 by default.</param>
    /// <param name="now">The present.</param>
    public static StoredObject? Begin(ResourceStore store, JsonObject pod, int? graceSeconds, DateTimeOffset now)
    {
        var grace = graceSeconds ?? pod.Number("spec", "terminationGracePeriodSeconds") ?? DefaultGraceSeconds;
        return store.Update(ResourceKind.Pods, pod.Text("metadata", "namespace") ?? "", pod.Text("metadata", "name") ?? "", content =>
        {
            if (content.Text("metadata", "deletionTimestamp") is not null)
                return;
            var metadata = content["metadata"]!.AsObject();
            metadata["deletionTimestamp"] = Json.Timestamp(now.AddSeconds(grace));
            metadata["deletionGracePeriodSeconds"] = grace;
        });
    }
}
