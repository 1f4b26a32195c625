namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>What memory pressure acts on, and how strongly.</summary>
public sealed record MemoryPressureOptions
{
    /// <summary>Name or address of the Redis server.</summary>
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>Share of maxmemory to fill the memory to, a ratio from 0.1 to 0.97: below the point at which Redis evicts.</summary>
    public required double Share { get; init; }

    /// <summary>Size of each value, bytes, from 1 to 1 000 000.</summary>
    /// <value>1000.</value>
    public int ValueBytes { get; init; } = 1000;

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(MemoryPressureOptions))
        .RequireText(Host, nameof(Host))
        .RequireRange(Port, 1, 65535, nameof(Port))
        .RequireRange(Share, 0.1, 0.97, nameof(Share))
        .RequireRange(ValueBytes, 1, 1_000_000, nameof(ValueBytes))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
