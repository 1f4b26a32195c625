using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Metrics;

/// <summary>What kube-state-metrics tells of pods, read from the API's own objects.</summary>
internal static class KubeStateMetrics
{
    private static readonly string[] Phases = ["Pending", "Succeeded", "Failed", "Unknown", "Running"];

    /// <summary>In Prometheus' text format.</summary>
    public static string Format(ResourceStore store)
    {
        var pods = store.List(ResourceKind.Pods).Objects.Select(pod => pod.ToJsonObject()).ToList();
        var text = new MetricText();
        text.Family("kube_pod_status_phase", "gauge", "The pod's phase: 1 for the one it is in.");
        foreach (var pod in pods)
        {
            foreach (var phase in Phases)
                text.Sample("kube_pod_status_phase", [.. PodLabels(pod), ("phase", phase)], pod.Text("status", "phase") == phase ? 1 : 0);
        }
        PerContainer(text, pods, "kube_pod_container_status_restarts_total", "counter", "How often the container was restarted.", status => status.Number("restartCount") ?? 0);
        PerContainer(text, pods, "kube_pod_container_status_ready", "gauge", "Whether the container is ready.", status => status.Flag("ready") ? 1 : 0);
        PerContainer(text, pods, "kube_pod_container_status_running", "gauge", "Whether the container runs.", status => status.At("state", "running") is null ? 0 : 1);
        text.Family("kube_pod_container_status_waiting_reason", "gauge", "Why the container waits.");
        foreach (var (pod, status) in Statuses(pods))
        {
            if (status.Text("state", "waiting", "reason") is { } reason)
                text.Sample("kube_pod_container_status_waiting_reason", [.. PodLabels(pod), ("container", status.Text("name") ?? ""), ("reason", reason)], 1);
        }
        return text.ToString();
    }

    private static void PerContainer(MetricText text, List<JsonObject> pods, string name, string type, string help, Func<JsonObject, double> value)
    {
        text.Family(name, type, help);
        foreach (var (pod, status) in Statuses(pods))
            text.Sample(name, [.. PodLabels(pod), ("container", status.Text("name") ?? "")], value(status));
    }

    private static IEnumerable<(JsonObject Pod, JsonObject Status)> Statuses(List<JsonObject> pods) =>
        pods.SelectMany(pod => pod.Objects("status", "containerStatuses").Select(status => (pod, status)));

    private static IEnumerable<(string, string)> PodLabels(JsonObject pod) =>
    [
        ("namespace", pod.Text("metadata", "namespace") ?? ""),
        ("pod", pod.Text("metadata", "name") ?? ""),
        ("uid", pod.Text("metadata", "uid") ?? ""),
    ];
}
