using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>The holder of a pod's network namespace.</summary>
/// <param name="Id">The engine's identifier.</param>
/// <param name="EngineName">dockershim's name, without the prefix.</param>
/// <param name="Image">Its image.</param>
/// <param name="Address">The pod's address.</param>
/// <param name="Pid">Its first process on the engine's host.</param>
/// <param name="StartedAt">When it started.</param>
internal sealed record SandboxState(string Id, string EngineName, string Image, string Address, int Pid, DateTimeOffset StartedAt);

/// <summary>What the kubelet knows of one pod; every change goes to the pod's status in the API.</summary>
internal sealed class PodState
{
    private readonly Lock gate = new();
    private readonly ResourceStore store;
    private readonly string hostAddress;
    private readonly DateTimeOffset startTime;
    private ImmutableList<ContainerState> containers;
    private SandboxState? sandbox;
    private string address = "";

    /// <summary>Takes note of a new pod.</summary>
    public PodState(PodSpec pod, ResourceStore store, string hostAddress, DateTimeOffset now)
    {
        (Pod, this.store, this.hostAddress, startTime) = (pod, store, hostAddress, now);
        containers = [.. pod.Containers.Select(container => new ContainerState(container.Text("name") ?? "", container.Text("image") ?? ""))];
        Publish();
    }

    /// <summary>The pod.</summary>
    public PodSpec Pod { get; }

    /// <summary>Its sandbox and containers now; no sandbox while there is none.</summary>
    public (SandboxState? Sandbox, IReadOnlyList<ContainerState> Containers) Snapshot()
    {
        lock (gate)
            return (sandbox, containers);
    }

    /// <summary>One container now.</summary>
    public ContainerState Container(string name)
    {
        lock (gate)
            return containers.Find(container => container.Name == name)!;
    }

    /// <summary>Takes note of a sandbox, or that it is gone.</summary>
    public void Set(SandboxState? now)
    {
        lock (gate)
        {
            sandbox = now;
            address = now?.Address ?? address;
        }
        Publish();
    }

    /// <summary>Changes what is known of a container.</summary>
    public ContainerState Change(string name, Func<ContainerState, ContainerState> change)
    {
        ContainerState after;
        lock (gate)
        {
            var before = containers.Find(container => container.Name == name)!;
            containers = containers.Replace(before, after = change(before));
        }
        Publish();
        return after;
    }

    private void Publish() => store.Update(ResourceKind.Pods, Pod.Namespace, Pod.Name, content =>
    {
        if (content.Text("metadata", "uid") == Pod.Uid)
            content["status"] = ToJson();
    });

    private JsonObject ToJson()
    {
        lock (gate)
        {
            var ready = containers.TrueForAll(container => container.RunningSince is not null);
            var status = new JsonObject
            {
                // Running from the moment that every container was created, crash loops included.
                ["phase"] = containers.TrueForAll(container => container.RunningSince is not null || container.LastEnd is not null) ? "Running" : "Pending",
                ["conditions"] = new JsonArray(Condition("Initialized", true), Condition("Ready", ready), Condition("ContainersReady", ready), Condition("PodScheduled", true)),
                ["hostIP"] = hostAddress,
                ["startTime"] = Json.Timestamp(startTime),
                ["containerStatuses"] = new JsonArray([.. containers.Select(container => (JsonNode)container.ToJson())]),
                ["qosClass"] = Pod.QualityOfService,
            };
            if (address.Length > 0)
            {
                status["podIP"] = address;
                status["podIPs"] = new JsonArray(new JsonObject { ["ip"] = address });
            }
            return status;
        }
    }

    private static JsonObject Condition(string type, bool met) => new() { ["type"] = type, ["status"] = met ? "True" : "False" };
}
