using System.Globalization;
using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>Translates a pod into the engine's create bodies, with dockershim's names and labels.</summary>
/// <param name="options">What the kubelet is told.</param>
internal sealed class ContainerBodies(KubeletOptions options)
{
    private const int CpuPeriod = 100_000;

    // Nobody answers there: a name that the cell does not have is unknown at once, and no question leaves the cell.
    private const string NoNameServer = "127.0.0.1";

    /// <summary>dockershim's name of a container, without the prefix.</summary>
    public static string Name(PodSpec pod, string container, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"k8s_{container}_{pod.Name}_{pod.Namespace}_{pod.Uid}_{attempt}");

    /// <summary>The holder of the pod's network namespace.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="services">Names of the Services that select it; it is found under them.</param>
    public JsonObject Sandbox(PodSpec pod, IEnumerable<string> services) => new()
    {
        ["Image"] = options.SandboxImage,
        ["Hostname"] = pod.Name.Length > 63 ? pod.Name[..63] : pod.Name,
        ["Entrypoint"] = new JsonArray(),
        ["Cmd"] = new JsonArray("sleep", "infinity"),
        ["Labels"] = Labels(pod, "POD", "podsandbox", 0),
        ["HostConfig"] = new JsonObject { ["NetworkMode"] = options.Network, ["Init"] = true, ["CpuShares"] = 2, ["Dns"] = new JsonArray(NoNameServer) },
        ["NetworkingConfig"] = new JsonObject
        {
            ["EndpointsConfig"] = new JsonObject
            {
                [options.Network] = new JsonObject { ["Aliases"] = Array([pod.Name, .. services.SelectMany(service => DnsNames(service, pod.Namespace))]) },
            },
        },
    };

    /// <summary>One container of the pod, in the sandbox's network namespace.</summary>
    public JsonObject Container(PodSpec pod, JsonObject container, string sandbox, string podAddress, int attempt)
    {
        var body = new JsonObject
        {
            ["Image"] = container.Text("image"),
            ["Env"] = Array(EnvironmentVariables(pod, container, podAddress)),
            ["Labels"] = Labels(pod, container.Text("name") ?? "", "container", attempt),
            ["HostConfig"] = HostConfig(pod, container, sandbox),
        };
        if (container.At("command") is JsonArray)
            body["Entrypoint"] = Array(container.Texts("command"));
        if (container.At("args") is JsonArray || container.At("command") is JsonArray)
            body["Cmd"] = Array(container.Texts("args"));
        if (container.Text("workingDir") is { } folder)
            body["WorkingDir"] = folder;
        if (container.Number("securityContext", "runAsUser") is { } user)
            body["User"] = user.ToString(CultureInfo.InvariantCulture);
        return body;
    }

    private static IEnumerable<string> DnsNames(string service, string inNamespace) =>
        [service, $"{service}.{inNamespace}", $"{service}.{inNamespace}.svc", $"{service}.{inNamespace}.svc.cluster.local"];

    private static JsonObject HostConfig(PodSpec pod, JsonObject container, string sandbox)
    {
        var config = new JsonObject
        {
            ["NetworkMode"] = $"container:{sandbox}",
            ["CapAdd"] = Array(container.Texts("securityContext", "capabilities", "add")),
            ["CapDrop"] = Array(container.Texts("securityContext", "capabilities", "drop")),
        };
        var limits = container.Map("resources", "limits");
        if (limits.TryGetValue("memory", out var memory) && Quantity.Parse(memory) is { } bytes)
        {
            config["Memory"] = (long)bytes;
            config["MemorySwap"] = (long)bytes;
        }
        if (limits.TryGetValue("cpu", out var cpu) && Quantity.Parse(cpu) is { } cores)
        {
            config["CpuPeriod"] = CpuPeriod;
            config["CpuQuota"] = Math.Max(1000, (long)(cores * CpuPeriod));
        }
        // A request is a share; without one the limit counts as the request, as Kubernetes defaults it.
        var asked = container.Map("resources", "requests").GetValueOrDefault("cpu") ?? limits.GetValueOrDefault("cpu");
        config["CpuShares"] = Math.Max(2, (long)((asked is null ? 0 : Quantity.Parse(asked) ?? 0) * 1024));
        AddVolumes(config, pod, container);
        return config;
    }

    private static void AddVolumes(JsonObject config, PodSpec pod, JsonObject container)
    {
        var binds = new JsonArray();
        var inMemory = new JsonObject();
        foreach (var mount in container.Objects("volumeMounts"))
        {
            var volume = pod.Spec.Objects("volumes").FirstOrDefault(known => known.Text("name") == mount.Text("name"));
            if (volume.Text("hostPath", "path") is { } path)
                binds.Add((JsonNode)$"{path}:{mount.Text("mountPath")}{(mount.Flag("readOnly") ? ":ro" : "")}");
            else if (volume.At("emptyDir") is not null && mount.Text("mountPath") is { } place)
                inMemory[place] = "";
        }
        config["Binds"] = binds;
        config["Tmpfs"] = inMemory;
    }

    private IEnumerable<string> EnvironmentVariables(PodSpec pod, JsonObject container, string podAddress)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["metadata.name"] = pod.Name,
            ["metadata.namespace"] = pod.Namespace,
            ["metadata.uid"] = pod.Uid,
            ["spec.nodeName"] = options.NodeName,
            ["status.hostIP"] = options.NodeAddress,
            ["status.podIP"] = podAddress,
        };
        yield return $"POD_NAME={pod.Name}";
        yield return $"POD_NAMESPACE={pod.Namespace}";
        yield return $"POD_IP={podAddress}";
        foreach (var variable in container.Objects("env"))
        {
            var field = variable.Text("valueFrom", "fieldRef", "fieldPath");
            yield return $"{variable.Text("name")}={(field is null ? variable.Text("value") : fields.GetValueOrDefault(field))}";
        }
    }

    private JsonObject Labels(PodSpec pod, string container, string type, int attempt)
    {
        var labels = options.Labels.ToJson();
        labels["io.kubernetes.pod.name"] = pod.Name;
        labels["io.kubernetes.pod.namespace"] = pod.Namespace;
        labels["io.kubernetes.pod.uid"] = pod.Uid;
        labels["io.kubernetes.container.name"] = container;
        labels["io.kubernetes.docker.type"] = type;
        labels["annotation.io.kubernetes.container.restartCount"] = attempt.ToString(CultureInfo.InvariantCulture);
        return labels;
    }

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
