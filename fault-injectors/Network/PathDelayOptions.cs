using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Which datagrams on the way from one pod to another are held, and for how long.</summary>
public sealed record PathDelayOptions
{
    /// <summary>The engine that runs the pods.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>Labels that every container of the cell carries, at least one; the fault's own containers get them too.</summary>
    public required IReadOnlyDictionary<string, string> CellLabels { get; init; }

    /// <summary>Identifier of the sandbox in whose network namespace the datagrams arrive.</summary>
    public required string SandboxId { get; init; }

    /// <summary>Address of that sandbox.</summary>
    public required string Address { get; init; }

    /// <summary>Identifier of the sandbox at the other end, from which the way is probed; its image has <c>bash</c>.</summary>
    public required string PeerSandboxId { get; init; }

    /// <summary>An image with <c>nft</c> and <c>sleep</c>.</summary>
    public required string Image { get; init; }

    /// <summary>An image whose argument <c>delay</c> starts the relay that holds datagrams.</summary>
    public required string RelayImage { get; init; }

    /// <summary>UDP port of DWCP that the datagrams are sent to.</summary>
    public required int Port { get; init; }

    /// <summary>UDP port that they are diverted to; nothing else may listen there.</summary>
    /// <value>19191.</value>
    public int RelayPort { get; init; } = 19_191;

    /// <summary>How long each datagram is held, wall time: whole milliseconds, from 1 ms to 1 s. A round trip takes that much longer.</summary>
    public required TimeSpan Hold { get; init; }

    /// <summary>How long a proof may take, wall time.</summary>
    /// <value>30 s.</value>
    public TimeSpan EffectLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(PathDelayOptions))
        .Require(Engine is not null, "Engine is missing")
        .Require(CellLabels is { Count: > 0 }, "CellLabels is empty: the relay would be nobody's to clear away")
        .RequireText(SandboxId, nameof(SandboxId))
        .RequireText(Address, nameof(Address))
        .RequireText(PeerSandboxId, nameof(PeerSandboxId))
        .RequireText(Image, nameof(Image))
        .RequireText(RelayImage, nameof(RelayImage))
        .RequireRange(Port, 1, 65535, nameof(Port))
        .RequireRange(RelayPort, 1, 65535, nameof(RelayPort))
        .Require(Port != RelayPort, $"RelayPort is {RelayPort}, which is Port: what is handed on would be held again")
        .RequireRange(Hold.TotalMilliseconds, 1, 1000, nameof(Hold))
        .Require(Hold.Ticks % TimeSpan.TicksPerMillisecond == 0, $"Hold is {Hold}; it must be whole milliseconds")
        .RequireTime(EffectLimit, FaultLimits.LongestDuration, nameof(EffectLimit))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
