using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Controllers;

/// <summary>Reads a pod's conditions.</summary>
internal static class PodConditions
{
    /// <summary>Whether the pod is ready.</summary>
    public static bool IsReady(JsonObject pod) =>
        pod.Objects("status", "conditions").Any(condition => condition.Text("type") == "Ready" && condition.Text("status") == "True");
}
