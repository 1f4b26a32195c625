namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Who waited for a lock just before it was released.</summary>
/// <param name="Waiters">Sessions that the lock blocked (pg_locks, pg_blocking_pids).</param>
/// <param name="LongestWait">How long the one that came first had waited, wall time (pg_locks.waitstart).</param>
internal readonly record struct LockRound(long Waiters, TimeSpan LongestWait);

/// <summary>Decides from what the server says of its locks whether writers wait.</summary>
internal static class TableLockEffect
{
    /// <summary>Share of the hold that at least one writer must have waited: it cannot come before the lock, and when writers come often, one comes soon after.</summary>
    internal const double WaitedShare = 0.75;

    /// <summary>How late a round may be on a busy machine.</summary>
    internal static readonly TimeSpan Leeway = TimeSpan.FromSeconds(3);

    /// <summary>Whether writers waited in the last round, and that was not too long ago for the rounds to go on.</summary>
    /// <param name="last">The last round that ended; null before the first.</param>
    /// <param name="since">Wall time since its end, or since the injection.</param>
    /// <param name="options">What was asked for.</param>
    public static Judgement Judge(LockRound? last, TimeSpan since, TableLockOptions options)
    {
        if (last is not { } round)
        {
            return Judgement.NotYet(FormattableString.Invariant($"the lock on {options.Table} has not been held for {options.Hold.TotalSeconds:0.###} s yet"));
        }

        var evidence = FormattableString.Invariant(
            $"pg_locks: {round.Waiters} sessions waited for the lock on {options.Table}, the first for {round.LongestWait.TotalSeconds:0.###} s, when it was released {since.TotalSeconds:0.###} s ago");
        return since > options.Hold + options.Pause + Leeway ? Judgement.Lost($"{evidence}; it was not taken and released again since")
            : round.Waiters > 0 && round.LongestWait >= options.Hold * WaitedShare ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    /// <summary>Whether nothing of the fault is left: its session ended, and nobody waits for the table.</summary>
    public static Judgement JudgeGone(long sessions, long waiters, string table)
    {
        var evidence = $"sessions of the fault: {sessions}; sessions that wait for {table}: {waiters}";
        return sessions == 0 && waiters == 0 ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
