using NovaCron.Validation.Environments.Redis;

namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>What Redis itself says about its look-ups.</summary>
/// <param name="Hits">Look-ups of keys that were there, since its start (INFO stats, keyspace_hits).</param>
/// <param name="Misses">Look-ups of keys that were not (keyspace_misses).</param>
internal sealed record LookupReading(long Hits, long Misses)
{
    /// <summary>Asks for both counters.</summary>
    public static async Task<LookupReading> ReadAsync(RedisConnection connection, CancellationToken cancellationToken)
    {
        var stats = await connection.InfoAsync("stats", cancellationToken);
        return new LookupReading(stats.GetInt64("keyspace_hits"), stats.GetInt64("keyspace_misses"));
    }
}

/// <summary>Decides from two readings whether look-ups miss as often as they should.</summary>
internal static class CacheMissesEffect
{
    /// <summary>Whether enough look-ups missed between two readings.</summary>
    /// <param name="before">The first reading.</param>
    /// <param name="after">The second.</param>
    /// <param name="elapsed">Wall time between them.</param>
    /// <param name="lowestRate">Misses per second to reach.</param>
    public static Judgement Judge(LookupReading before, LookupReading after, TimeSpan elapsed, double lowestRate)
    {
        if (after.Misses < before.Misses)
        {
            return Judgement.Lost($"keyspace_misses went back from {before.Misses} to {after.Misses}: the server was restarted, or CONFIG RESETSTAT was called");
        }

        var rate = (after.Misses - before.Misses) / elapsed.TotalSeconds;
        var evidence = FormattableString.Invariant($"{Figures(before, after, elapsed)}: {rate:0.#} misses/s of at least {lowestRate:0.#}/s");
        return rate >= lowestRate ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    /// <summary>Whether misses have fallen back, between two readings, below what the fault must reach.</summary>
    public static Judgement JudgeGone(LookupReading before, LookupReading after, TimeSpan elapsed, double lowestRate)
    {
        var rate = (after.Misses - before.Misses) / elapsed.TotalSeconds;
        var evidence = FormattableString.Invariant($"{Figures(before, after, elapsed)}: {rate:0.#} misses/s");
        return rate < lowestRate / 10 ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    private static string Figures(LookupReading before, LookupReading after, TimeSpan elapsed) => FormattableString.Invariant(
        $"INFO stats: keyspace_misses {before.Misses} -> {after.Misses}, keyspace_hits {before.Hits} -> {after.Hits} in {elapsed.TotalSeconds:0.###} s");
}
