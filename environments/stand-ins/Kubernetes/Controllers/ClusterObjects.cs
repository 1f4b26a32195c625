using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Controllers;

/// <summary>What every cluster has from the start: its node, and the Services and Endpoints of the API server and of kube-state-metrics.</summary>
internal static class ClusterObjects
{
    /// <summary>The kubelet's port, by which Prometheus finds the node.</summary>
    public const int KubeletPort = 10250;

    /// <summary>Adds them.</summary>
    /// <param name="store">The API's objects.</param>
    /// <param name="nodeName">Name of the node.</param>
    /// <param name="address">Address of the node and of the API server.</param>
    /// <param name="port">The API server's port.</param>
    /// <param name="kubeStateMetricsPort">kube-state-metrics' port, at the same address.</param>
    public static void AddTo(ResourceStore store, string nodeName, string address, int port, int kubeStateMetricsPort)
    {
        store.Create(ResourceKind.Nodes, "", nodeName, new JsonObject
        {
            ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["kubernetes.io/hostname"] = nodeName, ["kubernetes.io/os"] = "linux" } },
            ["spec"] = new JsonObject(),
            ["status"] = new JsonObject
            {
                ["addresses"] = new JsonArray(new JsonObject { ["type"] = "InternalIP", ["address"] = address }, new JsonObject { ["type"] = "Hostname", ["address"] = nodeName }),
                ["daemonEndpoints"] = new JsonObject { ["kubeletEndpoint"] = new JsonObject { ["Port"] = KubeletPort } },
                ["conditions"] = new JsonArray(new JsonObject { ["type"] = "Ready", ["status"] = "True", ["reason"] = "KubeletReady" }),
            },
        });
        AddService(store, "default", "kubernetes", new JsonObject { ["component"] = "apiserver", ["provider"] = "kubernetes" }, address, new("https", 443, port));
        // The name, namespace and port name of kube-state-metrics' own manifests.
        AddService(store, "kube-system", "kube-state-metrics", new JsonObject { ["app.kubernetes.io/name"] = "kube-state-metrics" }, address, new("http-metrics", kubeStateMetricsPort, kubeStateMetricsPort));
    }

    private static void AddService(ResourceStore store, string inNamespace, string name, JsonObject labels, string address, ServicePort port)
    {
        JsonObject Own() => new() { ["labels"] = labels.DeepClone() };
        store.Create(ResourceKind.Endpoints, inNamespace, name, new JsonObject
        {
            ["metadata"] = Own(),
            ["subsets"] = new JsonArray(new JsonObject
            {
                ["addresses"] = new JsonArray(new JsonObject { ["ip"] = address }),
                ["ports"] = new JsonArray(new JsonObject { ["name"] = port.Name, ["port"] = port.Target, ["protocol"] = "TCP" }),
            }),
        });
        store.Create(ResourceKind.Services, inNamespace, name, new JsonObject
        {
            ["metadata"] = Own(),
            ["spec"] = new JsonObject
            {
                ["type"] = "ClusterIP",
                ["clusterIP"] = address,
                ["ports"] = new JsonArray(new JsonObject { ["name"] = port.Name, ["port"] = port.Port, ["targetPort"] = port.Target, ["protocol"] = "TCP" }),
            },
        });
    }

    private sealed record ServicePort(string Name, int Port, int Target);
}
