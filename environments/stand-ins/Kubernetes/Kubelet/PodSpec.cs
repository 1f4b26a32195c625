using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>The parts of a pod that the kubelet acts on.</summary>
/// <param name="Namespace">Namespace.</param>
/// <param name="Name">Name.</param>
/// <param name="Uid">Identifier.</param>
/// <param name="Labels">Labels.</param>
/// <param name="Spec">Its <c>spec</c>.</param>
internal sealed record PodSpec(string Namespace, string Name, string Uid, IReadOnlyDictionary<string, string> Labels, JsonObject Spec)
{
    /// <summary>Reads a pod object.</summary>
    public static PodSpec Of(JsonObject pod) => new(
        pod.Text("metadata", "namespace") ?? "",
        pod.Text("metadata", "name") ?? "",
        pod.Text("metadata", "uid") ?? "",
        pod.Map("metadata", "labels"),
        pod.At("spec") as JsonObject ?? []);

    /// <summary>Its containers.</summary>
    public IEnumerable<JsonObject> Containers => Spec.Objects("containers");

    /// <summary>The kubelet's cgroup of the pod, by its quality of service.</summary>
    public string CgroupPath => QualityOfService switch
    {
        "Guaranteed" => $"/kubepods/pod{Uid}",
        "BestEffort" => $"/kubepods/besteffort/pod{Uid}",
        _ => $"/kubepods/burstable/pod{Uid}",
    };

    /// <summary>Guaranteed, Burstable or BestEffort, by Kubernetes' rule.</summary>
    public string QualityOfService
    {
        get
        {
            var all = Containers.Select(container => (Limits: container.Map("resources", "limits"), Requests: container.Map("resources", "requests"))).ToList();
            if (all.TrueForAll(one => one.Limits.Count == 0 && one.Requests.Count == 0))
                return "BestEffort";
            return all.TrueForAll(one => IsFixed(one.Limits, one.Requests, "cpu") && IsFixed(one.Limits, one.Requests, "memory")) ? "Guaranteed" : "Burstable";
        }
    }

    private static bool IsFixed(IReadOnlyDictionary<string, string> limits, IReadOnlyDictionary<string, string> requests, string resource) =>
        limits.TryGetValue(resource, out var limit) && (!requests.TryGetValue(resource, out var request) || Quantity.Parse(request) == Quantity.Parse(limit));
}
