using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Network;

/// <summary>Which port of which pod is blocked.</summary>
public sealed record PortBlockOptions
{
    /// <summary>The engine that runs the pod.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>Labels that every container of the cell carries, at least one; the fault's helper gets them too.</summary>
    public required IReadOnlyDictionary<string, string> CellLabels { get; init; }

    /// <summary>Identifier of the sandbox in whose network namespace packets arrive.</summary>
    public required string SandboxId { get; init; }

    /// <summary>An image with <c>nft</c> and <c>sleep</c>.</summary>
    public required string Image { get; init; }

    /// <summary>TCP port whose packets are dropped.</summary>
    public required int Port { get; init; }

    /// <summary>Whether those are dropped that come from that port of others, rather than those that go to it: the sandbox's own clients wait for ever.</summary>
    /// <value>False.</value>
    public bool OfOthers { get; init; }

    /// <summary>How long the next packet may take to arrive, wall time: a scrape interval of the strategy, and room to spare.</summary>
    /// <value>30 s.</value>
    public TimeSpan EffectLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(PortBlockOptions))
        .Require(Engine is not null, "Engine is missing")
        .Require(CellLabels is { Count: > 0 }, "CellLabels is empty: the helper would be nobody's to clear away")
        .RequireText(SandboxId, nameof(SandboxId))
        .RequireText(Image, nameof(Image))
        .RequireRange(Port, 1, 65535, nameof(Port))
        .RequireTime(EffectLimit, FaultLimits.LongestDuration, nameof(EffectLimit))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
