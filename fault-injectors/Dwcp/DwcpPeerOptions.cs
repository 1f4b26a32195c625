using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Dwcp;

/// <summary>What a further DWCP peer asks of one pod, and what it sends to it.</summary>
public sealed record DwcpPeerOptions
{
    /// <summary>Name of the fault, e.g. <c>dwcp-stream-flood</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The engine that runs the pod.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>Labels that every container of the cell carries, at least one; the peer gets them too.</summary>
    public required IReadOnlyDictionary<string, string> CellLabels { get; init; }

    /// <summary>The network that the pod is on; the peer joins it.</summary>
    public required Environments.Containers.Network Network { get; init; }

    /// <summary>Identifier of the pod's sandbox; its image has <c>bash</c>.</summary>
    public required string SandboxId { get; init; }

    /// <summary>The pod's address on the network.</summary>
    public required string Address { get; init; }

    /// <summary>An image with <c>cat</c> whose argument <c>api</c> starts a NovaCron API that takes part in DWCP.</summary>
    public required string Image { get; init; }

    /// <summary>UDP port of DWCP.</summary>
    public required int Port { get; init; }

    /// <summary>TCP port of the pod's API, which lists the open streams.</summary>
    public required int ApiPort { get; init; }

    /// <summary>Streams that the peer opens to the pod. From 1 to 10 000.</summary>
    public required int Streams { get; init; }

    /// <summary>Packets that each stream carries in a second. From 2 to 10 000: a stream that is silent for a whole second counts as lost.</summary>
    /// <value>10.</value>
    public int PacketsPerSecond { get; init; } = 10;

    /// <summary>Bytes of a packet before compression. From 1 to 1300.</summary>
    /// <value>100.</value>
    public int PayloadBytes { get; init; } = 100;

    /// <summary>The share of each packet that is random, and so cannot be compressed. From 0 to 1.</summary>
    /// <value>0.</value>
    public double RandomShare { get; init; }

    /// <summary>Bytes per second that each stream reserves at the pod; null for what it can need.</summary>
    public long? ReservedBytesPerStream { get; init; }

    /// <summary>How long the streams may take to open and to carry enough packets for a proof, wall time.</summary>
    /// <value>30 s.</value>
    public TimeSpan EffectLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(DwcpPeerOptions))
        .RequireText(Name, nameof(Name))
        .Require(Engine is not null, "Engine is missing")
        .Require(CellLabels is { Count: > 0 }, "CellLabels is empty: the peer would be nobody's to clear away")
        .Require(Network is not null, "Network is missing")
        .RequireText(SandboxId, nameof(SandboxId))
        .RequireText(Address, nameof(Address))
        .RequireText(Image, nameof(Image))
        .RequireRange(Port, 1, 65535, nameof(Port))
        .RequireRange(ApiPort, 1, 65535, nameof(ApiPort))
        .RequireRange(Streams, 1, 10_000, nameof(Streams))
        .RequireRange(PacketsPerSecond, 2, 10_000, nameof(PacketsPerSecond))
        .RequireRange(PayloadBytes, 1, 1300, nameof(PayloadBytes))
        .RequireRange(RandomShare, 0, 1, nameof(RandomShare))
        .RequireRange(ReservedBytesPerStream ?? 0, 0, long.MaxValue, nameof(ReservedBytesPerStream))
        .RequireTime(EffectLimit, FaultLimits.LongestDuration, nameof(EffectLimit))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
