using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>What Redis itself says about its memory (INFO memory).</summary>
/// <param name="Used">used_memory, bytes.</param>
/// <param name="Maximum">maxmemory, bytes; 0 is no limit.</param>
internal sealed record MemoryReading(long Used, long Maximum)
{
    /// <summary>Asks for both.</summary>
    public static async Task<MemoryReading> ReadAsync(RedisConnection connection, CancellationToken cancellationToken)
    {
        var memory = await connection.InfoAsync("memory", cancellationToken);
        return new MemoryReading(memory.GetInt64("used_memory"), memory.GetInt64("maxmemory"));
    }
}

/// <summary>Decides from one reading whether a Redis is as full as it should be.</summary>
internal static class MemoryEffect
{
    // Buffers of connections that come and go, and keys of others that expire: a hundredth of the limit.
    private const double Tolerance = 0.01;

    /// <summary>Whether the memory is filled to a share of its limit.</summary>
    public static Judgement Judge(MemoryReading reading, double share)
    {
        if (reading.Maximum <= 0)
        {
            return Judgement.Lost("its maxmemory is 0, no limit, so that there is no share of it");
        }

        return Share(reading) >= share - Tolerance ? Judgement.Holds(Figures(reading)) : Judgement.NotYet(Figures(reading));
    }

    /// <summary>Whether the memory has fallen well below the share, and nothing that the fault wrote is left.</summary>
    public static Judgement JudgeGone(MemoryReading reading, double share, long keysLeft)
    {
        var evidence = $"{Figures(reading)}; {keysLeft} of the fault's keys left";
        return keysLeft == 0 && Share(reading) < share - (10 * Tolerance) ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    private static double Share(MemoryReading reading) => (double)reading.Used / reading.Maximum;

    private static string Figures(MemoryReading reading) => FormattableString.Invariant(
        $"INFO memory: used_memory {reading.Used} of maxmemory {reading.Maximum}, {Share(reading):0.000}");
}
