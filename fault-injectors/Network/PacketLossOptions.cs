using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Which packets of which pod are lost.</summary>
public sealed record PacketLossOptions
{
    /// <summary>The engine that runs the pod.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>Labels that every container of the cell carries, at least one; the fault's helper gets them too.</summary>
    public required IReadOnlyDictionary<string, string> CellLabels { get; init; }

    /// <summary>Identifier of the sandbox in whose network namespace packets arrive.</summary>
    public required string SandboxId { get; init; }

    /// <summary>An image with <c>nft</c> and <c>sleep</c>.</summary>
    public required string Image { get; init; }

    /// <summary>UDP port that the packets are sent to.</summary>
    public required int Port { get; init; }

    /// <summary>One packet of this many is dropped, evenly: 20 is 5 %, 120 is 0.83 %. From 2 to 100 000.</summary>
    public required int DropOneIn { get; init; }

    /// <summary>How long enough packets for a proof may take to arrive, wall time.</summary>
    /// <value>30 s.</value>
    public TimeSpan EffectLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(PacketLossOptions))
        .Require(Engine is not null, "Engine is missing")
        .Require(CellLabels is { Count: > 0 }, "CellLabels is empty: the helper would be nobody's to clear away")
        .RequireText(SandboxId, nameof(SandboxId))
        .RequireText(Image, nameof(Image))
        .RequireRange(Port, 1, 65535, nameof(Port))
        .RequireRange(DropOneIn, 2, 100_000, nameof(DropOneIn))
        .RequireTime(EffectLimit, FaultLimits.LongestDuration, nameof(EffectLimit))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
