using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>Which container of which pod is pressed, and how close to its limit.</summary>
public sealed record PressureOptions
{
    /// <summary>The container; its own limit of memory or CPU is what it is pressed against.</summary>
    public required PodFaultOptions Target { get; init; }

    /// <summary>Share of the limit that the whole container is brought to, its own work included; a ratio from 0.05 to 0.97, since at its limit it would be killed or starved.</summary>
    public required double Share { get; init; }

    /// <summary>How much of <see cref="Share"/> may be missing for the effect to hold, a ratio of the limit.</summary>
    /// <value>0.05: the container's own use goes up and down with its garbage collection and its requests.</value>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate()
    {
        Target?.Validate();
        new OptionErrors(nameof(PressureOptions))
            .Require(Target is not null, "Target is missing")
            .RequireRange(Share, 0.05, 0.97, nameof(Share))
            .RequireRange(Tolerance, 0.001, Math.Max(0.001, Share / 2), nameof(Tolerance))
            .ThrowIfAny();
    }
}
