using System.Numerics;

namespace NovaCron.Validation.Scenarios.Load;

/// <summary>
/// Counts durations in log-linear buckets of microseconds: exact to 256 µs, then 128 buckets for each doubling. A percentile
/// is never below the true one and at most 1/128 (0.8 %) above it. Not safe for use by several threads at once.
/// </summary>
public sealed class LatencyHistogram
{
    /// <summary>A percentile is at most this share above the true one.</summary>
    public const double RelativeError = 1.0 / HalfBuckets;

    private const int LinearBits = 8;
    private const int HalfBuckets = 1 << (LinearBits - 1);
    private const int HighestBit = 36;
    private const int BucketCount = ((HighestBit - LinearBits + 1) * HalfBuckets) + (1 << LinearBits);

    private readonly long[] counts = new long[BucketCount];
    private long maximum;

    /// <summary>Longest duration kept apart from longer ones: 38 hours.</summary>
    public static TimeSpan Highest { get; } = TimeSpan.FromMicroseconds((1L << (HighestBit + 1)) - 1);

    /// <summary>How many durations were recorded.</summary>
    public long Count { get; private set; }

    /// <summary>The longest one, exact to a microsecond, up to <see cref="Highest"/>; zero when there is none.</summary>
    public TimeSpan Maximum => TimeSpan.FromMicroseconds(maximum);

    /// <summary>Records a duration; a negative one counts as zero, one above <see cref="Highest"/> as that.</summary>
    public void Record(TimeSpan duration)
    {
        var microseconds = Math.Clamp((duration.Ticks + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond, 0, (1L << (HighestBit + 1)) - 1);
        counts[IndexOf(microseconds)]++;
        maximum = Math.Max(maximum, microseconds);
        Count++;
    }

    /// <summary>The smallest duration that at least so many percent of those recorded do not exceed; null when none was recorded.</summary>
    /// <param name="percent">Above 0, up to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is outside that range.</exception>
    public TimeSpan? Percentile(double percent)
    {
        if (percent is not (> 0 and <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "a percentile is above 0 and at most 100");
        }

        if (Count == 0)
        {
            return null;
        }

        var rank = Math.Max(1, (long)Math.Ceiling(percent * Count / 100));
        var index = 0;
        for (var seen = counts[0]; seen < rank; seen += counts[index])
        {
            index++;
        }

        return TimeSpan.FromMicroseconds(Math.Min(HighestOf(index), maximum));
    }

    private static int IndexOf(long microseconds)
    {
        if (microseconds < 1 << LinearBits)
        {
            return (int)microseconds;
        }

        var shift = BitOperations.Log2((ulong)microseconds) - LinearBits + 1;
        return (shift * HalfBuckets) + (int)(microseconds >> shift);
    }

    private static long HighestOf(int index)
    {
        if (index < 1 << LinearBits)
        {
            return index;
        }

        var shift = (index >> (LinearBits - 1)) - 1;
        return ((index - ((long)shift * HalfBuckets) + 1) << shift) - 1;
    }
}
