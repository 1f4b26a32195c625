using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>What Redis itself says about its evictions.</summary>
/// <param name="Policy">Its maxmemory-policy.</param>
/// <param name="MaximumMemory">Its maxmemory, bytes; 0 is no limit.</param>
/// <param name="EvictedKeys">Keys evicted since its start (INFO stats).</param>
internal sealed record EvictionReading(string Policy, long MaximumMemory, long EvictedKeys)
{
    /// <summary>Asks for evictions and for what they depend on.</summary>
    public static async Task<EvictionReading> ReadAsync(RedisConnection connection, CancellationToken cancellationToken) => new(
        await connection.ConfigGetAsync("maxmemory-policy", cancellationToken),
        (await connection.InfoAsync("memory", cancellationToken)).GetInt64("maxmemory"),
        (await connection.InfoAsync("stats", cancellationToken)).GetInt64("evicted_keys"));
}

/// <summary>Decides from two readings whether a Redis is under eviction pressure.</summary>
internal static class EvictionEffect
{
    private const string NeverEvicts = "noeviction";

    /// <summary>Whether the server can evict the keys that the fault writes; null when it can, else what is wrong.</summary>
    public static string? Obstacle(EvictionReading reading) => reading switch
    {
        { MaximumMemory: <= 0 } => "its maxmemory is 0, no limit, so that nothing is ever evicted",
        { Policy: NeverEvicts } => $"its maxmemory-policy is {NeverEvicts}: writes are refused and nothing is evicted",
        _ => null,
    };

    /// <summary>Whether keys were evicted fast enough between two readings.</summary>
    /// <param name="before">The first reading.</param>
    /// <param name="after">The second.</param>
    /// <param name="elapsed">Wall time between them.</param>
    /// <param name="lowestRate">Evictions per second to reach.</param>
    public static Judgement Judge(EvictionReading before, EvictionReading after, TimeSpan elapsed, double lowestRate)
    {
        if (Obstacle(after) is { } obstacle)
        {
            return Judgement.Lost(obstacle);
        }

        if (after.EvictedKeys < before.EvictedKeys)
        {
            return Judgement.Lost($"evicted_keys went back from {before.EvictedKeys} to {after.EvictedKeys}: the server was restarted, or CONFIG RESETSTAT was called");
        }

        var rate = (after.EvictedKeys - before.EvictedKeys) / elapsed.TotalSeconds;
        var evidence = FormattableString.Invariant(
            $"INFO stats: evicted_keys {before.EvictedKeys} -> {after.EvictedKeys} in {elapsed.TotalSeconds:0.###} s, {rate:0.#}/s of at least {lowestRate:0.#}/s; maxmemory {after.MaximumMemory}, maxmemory-policy {after.Policy}");
        return rate >= lowestRate ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    /// <summary>Whether evictions stood still between two readings, and nothing that the fault wrote is left.</summary>
    public static Judgement JudgeGone(EvictionReading before, EvictionReading after, TimeSpan elapsed, long keysLeft)
    {
        var evidence = FormattableString.Invariant(
            $"INFO stats: evicted_keys {before.EvictedKeys} -> {after.EvictedKeys} in {elapsed.TotalSeconds:0.###} s; {keysLeft} of the fault's keys left");
        return after.EvictedKeys == before.EvictedKeys && keysLeft == 0 ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
