namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <summary>Durations as Go counts them, in whole nanoseconds of 64 bits.</summary>
internal static class GoTime
{
    /// <summary>The longest duration, in seconds: 2^63 ns.</summary>
    public const double MaxSeconds = 9223372036.854775808;

    private const long NanosecondsPerTick = 100;

    /// <summary>The longest duration.</summary>
    public static TimeSpan Max { get; } = TimeSpan.FromTicks(long.MaxValue / NanosecondsPerTick);

    /// <summary>The duration of a number of seconds, rounded to nanoseconds and cut to the 100 ns of a <see cref="TimeSpan"/>.</summary>
    public static TimeSpan FromSeconds(double seconds) =>
        TimeSpan.FromTicks(Truncate(Math.Round(seconds * 1e9, MidpointRounding.AwayFromZero)) / NanosecondsPerTick);

    /// <summary>A duration as a number of seconds, rounded as Go rounds it: the fraction apart.</summary>
    public static double ToSeconds(TimeSpan duration) =>
        (duration.Ticks / TimeSpan.TicksPerSecond) + (duration.Ticks % TimeSpan.TicksPerSecond * NanosecondsPerTick / 1e9);

    /// <summary>A whole number as Go makes it of a floating one on x86-64, where one out of range becomes the smallest.</summary>
    public static long Truncate(double value) => value is >= long.MinValue and < long.MaxValue ? (long)value : long.MinValue;
}
