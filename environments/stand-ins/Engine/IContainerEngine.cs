using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Engine;

/// <summary>The few calls of the Docker Engine API that the kubelet and the reaper make. Every call may throw <see cref="EngineFailure"/>.</summary>
internal interface IContainerEngine
{
    /// <summary>Creates a container from the engine's own create body; returns its identifier.</summary>
    Task<string> CreateAsync(string name, JsonObject body, CancellationToken cancellationToken);

    /// <summary>Starts it.</summary>
    Task StartAsync(string id, CancellationToken cancellationToken);

    /// <summary>What the engine says of it.</summary>
    Task<InspectedContainer> InspectAsync(string id, CancellationToken cancellationToken);

    /// <summary>Waits until it is not running, however long that takes; returns its exit code. A container that is gone counts as ended.</summary>
    Task<int> WaitAsync(string id, CancellationToken cancellationToken);

    /// <summary>Sends a signal to its first process; nothing happens when it is gone or not running.</summary>
    Task SignalAsync(string id, string signal, CancellationToken cancellationToken);

    /// <summary>Removes it by force, with its anonymous volumes; nothing happens when it is already gone.</summary>
    Task RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>Containers, running or not, that carry the label.</summary>
    Task<IReadOnlyList<ListedContainer>> ListAsync(string label, string value, CancellationToken cancellationToken);

    /// <summary>Networks that carry the label.</summary>
    Task<IReadOnlyList<ListedNetwork>> ListNetworksAsync(string label, string value, CancellationToken cancellationToken);

    /// <summary>Removes a network; nothing happens when it is already gone.</summary>
    Task RemoveNetworkAsync(string id, CancellationToken cancellationToken);
}

/// <summary>State of a container.</summary>
/// <param name="Id">Full identifier.</param>
/// <param name="Running">Whether its first process runs.</param>
/// <param name="ExitCode">Exit code of the last end.</param>
/// <param name="OutOfMemory">Whether the kernel killed it for want of memory.</param>
/// <param name="Pid">Process identifier on the engine's host; 0 when not running.</param>
/// <param name="StartedAt">Last start, by the engine's clock.</param>
/// <param name="FinishedAt">Last end, by the engine's clock; null before the first.</param>
/// <param name="Addresses">IPv4 address by network name.</param>
/// <param name="ImageId">Identifier of its image.</param>
internal sealed record InspectedContainer(
    string Id,
    bool Running,
    int ExitCode,
    bool OutOfMemory,
    int Pid,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    IReadOnlyDictionary<string, string> Addresses,
    string ImageId);

/// <summary>A container as a listing shows it.</summary>
/// <param name="Id">Full identifier.</param>
/// <param name="Name">Name without the leading slash.</param>
/// <param name="Labels">Labels.</param>
/// <param name="NetworkMode">Network it was created with, such as <c>container:ID</c>.</param>
internal sealed record ListedContainer(string Id, string Name, IReadOnlyDictionary<string, string> Labels, string NetworkMode);

/// <summary>A network as a listing shows it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
internal sealed record ListedNetwork(string Id, string Name);
