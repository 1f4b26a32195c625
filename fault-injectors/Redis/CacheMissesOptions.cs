namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>What cache misses act on, and how strongly.</summary>
public sealed record CacheMissesOptions
{
    /// <summary>Name or address of the Redis server.</summary>
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>Reads of keys that are not there, per wall second, evenly spaced. From 1 to 20 000.</summary>
    public required double MissesPerSecond { get; init; }

    /// <summary>Misses per second that Redis must count for the effect to hold, as a ratio of <see cref="MissesPerSecond"/>, above 0 and at most 1.</summary>
    /// <value>0.9: others may miss too, which only adds to them.</value>
    public double EffectiveShare { get; init; } = 0.9;

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(CacheMissesOptions))
        .RequireText(Host, nameof(Host))
        .RequireRange(Port, 1, 65535, nameof(Port))
        .RequireRange(MissesPerSecond, 1, 20_000, nameof(MissesPerSecond))
        .RequireRange(EffectiveShare, double.Epsilon, 1, nameof(EffectiveShare))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
