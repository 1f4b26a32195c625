namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>What eviction pressure acts on, and how strongly.</summary>
public sealed record EvictionPressureOptions
{
    /// <summary>Name or address of the Redis server.</summary>
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>New keys written per wall second, evenly spaced; once the memory is full, about as many are evicted. From 1 to 20 000.</summary>
    public required double KeysPerSecond { get; init; }

    /// <summary>Size of each value, bytes, from 1 to 1 000 000.</summary>
    /// <value>1000.</value>
    public int ValueBytes { get; init; } = 1000;

    /// <summary>Evictions per second that Redis must count for the effect to hold, as a ratio of <see cref="KeysPerSecond"/>, above 0 and at most 1.</summary>
    /// <value>0.8: other keys of the cell may be larger than ours, so that one eviction makes room for more than one key.</value>
    public double EffectiveShare { get; init; } = 0.8;

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(EvictionPressureOptions))
        .RequireText(Host, nameof(Host))
        .RequireRange(Port, 1, 65535, nameof(Port))
        .RequireRange(KeysPerSecond, 1, 20_000, nameof(KeysPerSecond))
        .RequireRange(ValueBytes, 1, 1_000_000, nameof(ValueBytes))
        .RequireRange(EffectiveShare, double.Epsilon, 1, nameof(EffectiveShare))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
