using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Containers;

/// <summary>
/// What a container is made of. Immutable: every <c>With</c> method returns a changed copy.
/// </summary>
public sealed partial record ContainerSpec
{
    /// <summary>The image to run, as <c>repository:tag</c>.</summary>
    public required string Image { get; init; }

    /// <summary>The container's name, unique on the engine.</summary>
    public required string Name { get; init; }

    /// <summary>The command and its arguments; empty keeps the image's own.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>The entry point; empty keeps the image's own.</summary>
    public ImmutableArray<string> Entrypoint { get; init; } = [];

    /// <summary>Environment variables by name.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Labels by name; the run's and the cell's labels are among them.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The networks to join, in order; empty means no network at all unless <see cref="NetworkNamespaceOf"/> is set.</summary>
    public ImmutableArray<NetworkAttachment> Networks { get; init; } = [];

    /// <summary>Identifier of the container whose network namespace is shared; null for a namespace of its own.</summary>
    public string? NetworkNamespaceOf { get; init; }

    /// <summary>Servers that are asked for names the engine does not know; empty leaves the host's own.</summary>
    public ImmutableArray<string> DnsServers { get; init; } = [];

    /// <summary>Addresses by name that are known without asking any server (<c>/etc/hosts</c>).</summary>
    public ImmutableSortedDictionary<string, string> ExtraHosts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Container ports (TCP) published on 127.0.0.1 under a port that the engine chooses.</summary>
    public ImmutableArray<int> PublishedPorts { get; init; } = [];

    /// <summary>Files copied in before the start.</summary>
    public ImmutableArray<ContainerFile> Files { get; init; } = [];

    /// <summary>Bind mounts, <c>host:container[:ro]</c>.</summary>
    public ImmutableArray<string> Binds { get; init; } = [];

    /// <summary>Paths inside the container that live in memory, each optionally with mount options: <c>path[:options]</c>.</summary>
    public ImmutableArray<string> Tmpfs { get; init; } = [];

    /// <summary>Kernel capabilities added to the engine's default set, such as <c>NET_ADMIN</c>.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>The user to run as; null keeps the image's own.</summary>
    public string? User { get; init; }

    /// <summary>Memory limit in bytes; null for none.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>CPU limit in cores; null for none.</summary>
    public double? Cpus { get; init; }

    /// <summary>Weight against other containers where the processor is short; null for the engine's 1024.</summary>
    public int? CpuShares { get; init; }

    /// <summary>What must hold before a start counts as done.</summary>
    public ImmutableArray<WaitStrategy> Waits { get; init; } = [];
}
