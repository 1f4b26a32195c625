namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>How a Redis is filled up to its limit without a burst of evictions at the end.</summary>
internal static class MemoryFill
{
    /// <summary>Bytes that a key costs beside its value: name, entry, expiry and allocator, measured at about 200 with Redis 7 and 8.</summary>
    internal const int KeyOverheadBytes = 200;

    /// <summary>The most keys in one pipelined batch.</summary>
    internal const int LargestBatch = 1000;

    /// <summary>Keys to write next: half of what is missing, so that the limit is approached and not overrun; 0 when less than two keys fit.</summary>
    /// <param name="usedBytes">used_memory.</param>
    /// <param name="maximumBytes">maxmemory.</param>
    /// <param name="valueBytes">Size of each value.</param>
    public static int NextBatch(long usedBytes, long maximumBytes, int valueBytes)
    {
        var missing = (maximumBytes - usedBytes) / (valueBytes + KeyOverheadBytes);
        return (int)Math.Clamp(missing / 2, 0, LargestBatch);
    }
}
