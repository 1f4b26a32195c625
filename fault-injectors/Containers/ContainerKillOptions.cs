using System.Collections.Immutable;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Containers;

/// <summary>Which container is killed or paused, and how it is known to serve again.</summary>
public sealed record ContainerKillOptions
{
    /// <summary>The engine that runs it.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>The container's identifier.</summary>
    public required string ContainerId { get; init; }

    /// <summary>What it is, as messages name it, e.g. <c>Redis</c>.</summary>
    public required string What { get; init; }

    /// <summary>Command that succeeds inside the container when its server serves, e.g. <c>redis-cli ping</c>.</summary>
    public required ImmutableArray<string> Serves { get; init; }

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(ContainerKillOptions))
        .RequireText(ContainerId, nameof(ContainerId))
        .RequireText(What, nameof(What))
        .Require(!Serves.IsDefaultOrEmpty, $"{nameof(Serves)} is empty")
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
