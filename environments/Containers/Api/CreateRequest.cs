using System.Text.Json.Nodes;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>Writes a specification as the engine's request to create a container.</summary>
internal static class CreateRequest
{
    private const double NanosPerCpu = 1e9;

    /// <summary>The request's body.</summary>
    public static JsonObject Of(ContainerSpec spec)
    {
        var body = new JsonObject
        {
            ["Image"] = spec.Image,
            ["Env"] = Strings(spec.Environment.Select(pair => $"{pair.Key}={pair.Value}")),
            ["Labels"] = Map(spec.Labels),
            ["ExposedPorts"] = Keys(spec.PublishedPorts.Select(PortKey)),
            ["HostConfig"] = HostConfig(spec),
            // Not even the engine's network "none": all who are on it would leave it whenever they end, and no lock of ours could hold them apart.
            ["NetworkDisabled"] = spec is { NetworkNamespaceOf: null, Networks: [] },
            ["NetworkingConfig"] = new JsonObject { ["EndpointsConfig"] = FirstEndpoint(spec) },
        };
        SetUnlessEmpty(body, "Cmd", spec.Command);
        SetUnlessEmpty(body, "Entrypoint", spec.Entrypoint);
        if (spec.User is not null)
        {
            body["User"] = spec.User;
        }

        return body;
    }

    /// <summary>The endpoint's settings for one network.</summary>
    public static JsonObject Endpoint(IEnumerable<string> aliases) => new() { ["Aliases"] = Strings(aliases) };

    private static JsonObject HostConfig(ContainerSpec spec)
    {
        var config = new JsonObject
        {
            // PID 1 must reap orphans and die of TERM, whatever program it runs.
            ["Init"] = true,
            ["AutoRemove"] = false,
            ["NetworkMode"] = NetworkMode(spec),
            ["PortBindings"] = PortBindings(spec),
            ["Binds"] = Strings(spec.Binds),
            ["Tmpfs"] = Map(spec.Tmpfs.Select(Tmpfs)),
            ["CapAdd"] = Strings(spec.Capabilities),
            ["LogConfig"] = new JsonObject { ["Type"] = "json-file", ["Config"] = new JsonObject { ["max-size"] = "10m" } },
            ["OomKillDisable"] = false,
        };
        if (!spec.DnsServers.IsEmpty)
        {
            config["Dns"] = Strings(spec.DnsServers);
        }

        if (!spec.ExtraHosts.IsEmpty)
        {
            config["ExtraHosts"] = Strings(spec.ExtraHosts.Select(h => $"{h.Key}:{h.Value}"));
        }

        if (spec.MemoryBytes is { } memory)
        {
            // Swap would let a container outgrow its limit without being killed.
            config["Memory"] = memory;
            config["MemorySwap"] = memory;
        }

        if (spec.Cpus is { } cpus)
        {
            config["NanoCpus"] = (long)Math.Round(cpus * NanosPerCpu);
        }

        if (spec.CpuShares is { } shares)
        {
            config["CpuShares"] = shares;
        }

        return config;
    }

    private static string NetworkMode(ContainerSpec spec) => spec switch
    {
        { NetworkNamespaceOf: { } holder } => $"container:{holder}",
        { Networks: [var first, ..] } => first.Network.Name,
        _ => "none",
    };

    private static JsonObject FirstEndpoint(ContainerSpec spec) =>
        spec.Networks is [var first, ..] ? new JsonObject { [first.Network.Name] = Endpoint(first.Aliases) } : [];

    private static JsonObject PortBindings(ContainerSpec spec)
    {
        var bindings = new JsonObject();
        foreach (var port in spec.PublishedPorts)
        {
            bindings[PortKey(port)] = new JsonArray(new JsonObject { ["HostIp"] = "127.0.0.1", ["HostPort"] = "" });
        }

        return bindings;
    }

    private static KeyValuePair<string, string> Tmpfs(string mount) =>
        mount.Split(':', 2) is [var path, var options] ? new(path, options) : new(mount, "");

    private static string PortKey(int port) => $"{port}/tcp";

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static JsonObject Map(IEnumerable<KeyValuePair<string, string>> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value))));

    private static JsonObject Keys(IEnumerable<string> keys) => new(keys.Select(key => KeyValuePair.Create(key, (JsonNode?)new JsonObject())));

    private static void SetUnlessEmpty(JsonObject body, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
        {
            body[name] = Strings(values);
        }
    }
}
