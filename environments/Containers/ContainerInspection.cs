namespace NovaCron.Validation.Environments.Containers;

/// <summary>What the engine says of a container.</summary>
/// <param name="State">Engine's word: created, running, paused, restarting, removing, exited or dead.</param>
/// <param name="ExitCode">Exit code of the last end; 0 while it runs.</param>
/// <param name="Pid">Process identifier on the engine's host; 0 when not running.</param>
/// <param name="Addresses">Address by network name.</param>
/// <param name="PublishedPorts">Port on 127.0.0.1 by container port.</param>
public sealed record ContainerInspection(string State, int ExitCode, int Pid, IReadOnlyDictionary<string, string> Addresses, IReadOnlyDictionary<int, int> PublishedPorts)
{
    /// <summary>The weight of a container that was given none.</summary>
    public const int DefaultCpuShares = 1024;

    /// <summary>Full identifier, whatever the container was asked for by.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name without the leading slash.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether a process exists in it, frozen or not.</summary>
    public bool IsRunning => State is "running" or "paused";

    /// <summary>Whether the kernel killed it for its memory limit.</summary>
    public bool OomKilled { get; init; }

    /// <summary>Result of the image's health check: starting, healthy or unhealthy; null when it has none.</summary>
    public string? Health { get; init; }

    /// <summary>Last start, by the engine's clock; null before the first.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Last end, by the engine's clock; null before the first.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Its weight against other containers where CPU time is short.</summary>
    public int CpuShares { get; init; } = DefaultCpuShares;

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
