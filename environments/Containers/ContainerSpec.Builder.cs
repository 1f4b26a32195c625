using System.Text;

namespace NovaCron.Validation.Environments.Containers;

/// <content>The builder's vocabulary; each method returns a changed copy.</content>
public sealed partial record ContainerSpec
{
    /// <summary>Replaces the command.</summary>
    public ContainerSpec WithCommand(params ReadOnlySpan<string> command) => this with { Command = [.. command] };

    /// <summary>Replaces the entry point.</summary>
    public ContainerSpec WithEntrypoint(params ReadOnlySpan<string> entrypoint) => this with { Entrypoint = [.. entrypoint] };

    /// <summary>Sets an environment variable.</summary>
    public ContainerSpec WithEnvironment(string name, string value) => this with { Environment = Environment.SetItem(name, value) };

    /// <summary>Sets environment variables.</summary>
    public ContainerSpec WithEnvironment(IEnumerable<KeyValuePair<string, string>> variables) => this with { Environment = Environment.SetItems(variables) };

    /// <summary>Sets a label.</summary>
    public ContainerSpec WithLabel(string name, string value) => this with { Labels = Labels.SetItem(name, value) };

    /// <summary>Sets labels.</summary>
    public ContainerSpec WithLabels(IEnumerable<KeyValuePair<string, string>> labels) => this with { Labels = Labels.SetItems(labels) };

    /// <summary>Joins a network, to be found there under the container's name and the aliases.</summary>
    public ContainerSpec WithNetwork(Network network, params ReadOnlySpan<string> aliases) =>
        this with { Networks = Networks.Add(new NetworkAttachment(network, [.. aliases])) };

    /// <summary>Shares the network namespace of another container, as the containers of a pod do.</summary>
    /// <param name="holder">The container that holds the namespace; it must run.</param>
    public ContainerSpec WithNetworkNamespaceOf(Container holder) => this with { NetworkNamespaceOf = holder.Id };

    /// <summary>Publishes a TCP port on 127.0.0.1 under a port that the engine chooses.</summary>
    public ContainerSpec WithPortBinding(int containerPort) => this with { PublishedPorts = PublishedPorts.Add(containerPort) };

    /// <summary>Puts a file in before the start.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="path">Absolute path inside the container.</param>
    /// <param name="mode">Unix permission bits; null for <c>rw-r--r--</c>.</param>
    public ContainerSpec WithResourceMapping(ReadOnlyMemory<byte> content, string path, UnixFileMode? mode = null)
    {
        var file = new ContainerFile(path, content);
        return this with { Files = Files.Add(mode is null ? file : file with { Mode = mode.Value }) };
    }

    /// <summary>Puts a text file (UTF-8) in before the start.</summary>
    /// <param name="content">The file's text.</param>
    /// <param name="path">Absolute path inside the container.</param>
    /// <param name="mode">Unix permission bits; null for <c>rw-r--r--</c>.</param>
    public ContainerSpec WithResourceMapping(string content, string path, UnixFileMode? mode = null) =>
        WithResourceMapping((ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(content), path, mode);

    /// <summary>Shows a folder or file of the engine's host inside.</summary>
    public ContainerSpec WithBindMount(string hostPath, string containerPath, bool readOnly = false) =>
        this with { Binds = Binds.Add(readOnly ? $"{hostPath}:{containerPath}:ro" : $"{hostPath}:{containerPath}") };

    /// <summary>Names the servers that are asked for names the engine does not know.</summary>
    public ContainerSpec WithDnsServers(params IEnumerable<string> servers) => this with { DnsServers = DnsServers.AddRange(servers) };

    /// <summary>Makes a name known without asking any server.</summary>
    public ContainerSpec WithExtraHost(string name, string address) => this with { ExtraHosts = ExtraHosts.SetItem(name, address) };

    /// <summary>Keeps a path in memory.</summary>
    public ContainerSpec WithTmpfsMount(string path) => this with { Tmpfs = Tmpfs.Add(path) };

    /// <summary>Adds kernel capabilities, such as <c>NET_ADMIN</c>.</summary>
    public ContainerSpec WithCapability(params ReadOnlySpan<string> capabilities) => this with { Capabilities = Capabilities.AddRange(capabilities) };

    /// <summary>Runs as a user of the image, by name or number.</summary>
    public ContainerSpec WithUser(string user) => this with { User = user };

    /// <summary>Limits memory, swap excluded.</summary>
    /// <param name="bytes">Bytes.</param>
    public ContainerSpec WithMemoryLimit(long bytes) => this with { MemoryBytes = bytes };

    /// <summary>Limits processor time.</summary>
    /// <param name="cores">Cores, e.g. 0.25.</param>
    public ContainerSpec WithCpuLimit(double cores) => this with { Cpus = cores };

    /// <summary>Adds conditions that must hold, one after the other, before a start counts as done.</summary>
    public ContainerSpec WithWaitStrategy(params ReadOnlySpan<WaitStrategy> waits) => this with { Waits = Waits.AddRange(waits) };
}
