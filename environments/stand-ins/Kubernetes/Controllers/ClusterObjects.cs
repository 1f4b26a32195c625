using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Controllers;

/// <summary>What every cluster has from the start: its node, and the API server's own Service and Endpoints.</summary>
internal static class ClusterObjects
{
    /// <summary>The kubelet's port, by which Prometheus finds the node.</summary>
    public const int KubeletPort = 10250;

    /// <summary>Adds them.</summary>
    /// <param name="store">The API's objects.</param>
    /// <param name="nodeName">Name of the node.</param>
    /// <param name="address">Address of the node and of the API server.</param>
    /// <param name="port">The API server's port.</param>
    public static void AddTo(ResourceStore store, string nodeName, string address, int port)
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
        JsonObject Own() => new() { ["labels"] = new JsonObject { ["component"] = "apiserver", ["provider"] = "kubernetes" } };
        store.Create(ResourceKind.Endpoints, "default", "kubernetes", new JsonObject
        {
            ["metadata"] = Own(),
            ["subsets"] = new JsonArray(new JsonObject
            {
                ["addresses"] = new JsonArray(new JsonObject { ["ip"] = address }),
                ["ports"] = new JsonArray(new JsonObject { ["name"] = "https", ["port"] = port, ["protocol"] = "TCP" }),
            }),
        });
        store.Create(ResourceKind.Services, "default", "kubernetes", new JsonObject
        {
            ["metadata"] = Own(),
            ["spec"] = new JsonObject
            {
                ["type"] = "ClusterIP",
                ["clusterIP"] = address,
                ["ports"] = new JsonArray(new JsonObject { ["name"] = "https", ["port"] = 443, ["targetPort"] = port, ["protocol"] = "TCP" }),
            },
        });
    }
}
