namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>What the server has measured of one statement (pg_stat_statements).</summary>
/// <param name="Calls">How often it ended.</param>
/// <param name="Seconds">Its execution times together, wall seconds; waiting for locks is part of them.</param>
internal readonly record struct StatementTime(long Calls, double Seconds);

/// <summary>Locks, as the server has them.</summary>
/// <param name="Own">Of the fault's session on the table, of the kind that locking rows takes (pg_locks).</param>
/// <param name="Waiting">Sessions that wait for the fault's (pg_blocking_pids).</param>
internal readonly record struct LockReading(long Own, long Waiting);

/// <summary>Decides from the server's own measurement whether statements wait for the locks.</summary>
internal static class RowLocksEffect
{
    /// <summary>Whether the slowest statement took long enough on average since injection, and the rows are still locked again and again.</summary>
    /// <param name="atInjection">Statements on the table at injection, by queryid.</param>
    /// <param name="now">Statements now.</param>
    /// <param name="locks">Locks now.</param>
    /// <param name="required">Mean execution time to reach, wall time.</param>
    public static Judgement Judge(
        IReadOnlyDictionary<long, StatementTime> atInjection, IReadOnlyDictionary<long, StatementTime> now, LockReading locks, TimeSpan required)
    {
        var since = now.Select(s => Since(atInjection.GetValueOrDefault(s.Key), s.Value)).ToArray();
        if (since.Any(s => s.Calls < 0))
        {
            return Judgement.Lost("pg_stat_statements counts fewer calls than at injection: its statistics were reset");
        }

        var slowest = since.Where(s => s.Calls > 0).OrderByDescending(Mean).FirstOrDefault();
        var evidence = slowest.Calls == 0
            ? $"pg_stat_statements: no statement on the table has ended since injection; {Text(locks)}"
            : FormattableString.Invariant($"pg_stat_statements: the slowest statement on the table took {Mean(slowest):0.###} s on average over {slowest.Calls} calls since injection, of at least {required.TotalSeconds:0.###} s; {Text(locks)}");
        return slowest.Calls > 0 && Mean(slowest) >= required.TotalSeconds && locks.Own > 0 ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    /// <summary>Whether the locks and their session are gone and nobody waits any more.</summary>
    public static Judgement JudgeGone(LockReading locks, long sessions)
    {
        var evidence = $"{Text(locks)}; sessions of the fault: {sessions}";
        return locks is { Own: 0, Waiting: 0 } && sessions == 0 ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    private static StatementTime Since(StatementTime before, StatementTime now) => new(now.Calls - before.Calls, now.Seconds - before.Seconds);

    private static double Mean(StatementTime statement) => statement.Seconds / statement.Calls;

    private static string Text(LockReading locks) => $"pg_locks: {locks.Own} of the fault on the table, {locks.Waiting} sessions waiting for it";
}
