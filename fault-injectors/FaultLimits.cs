namespace NovaCron.Validation.FaultInjectors;

/// <summary>Times that bound every fault, wall time.</summary>
public static class FaultLimits
{
    /// <summary>How long a fault lasts at most unless its options say otherwise: longer than any alert of the strategy takes at the default time scale, short enough that a forgotten fault ends by itself.</summary>
    public static readonly TimeSpan DefaultMaximumDuration = TimeSpan.FromMinutes(10);

    /// <summary>Longest duration that options may ask for: an alert with a one-hour window at N = 1, and room to spare.</summary>
    public static readonly TimeSpan LongestDuration = TimeSpan.FromHours(6);

    /// <summary>How long a roll-back that nobody waits for (after the maximum duration, on disposal, after a failed injection) may take.</summary>
    public static readonly TimeSpan UnattendedRollBack = TimeSpan.FromSeconds(60);

    /// <summary>Time between two readings of a faulted system while an effect is awaited.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
}
