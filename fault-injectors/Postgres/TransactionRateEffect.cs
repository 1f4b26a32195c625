namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Decides from the server's own counter of commits whether they are made fast enough.</summary>
internal static class TransactionRateEffect
{
    /// <summary>Commits of others in the database that may go on when the fault is gone, as a ratio of its own rate.</summary>
    internal const double OthersShare = 0.05;

    /// <summary>Whether commits were counted fast enough between two readings.</summary>
    /// <param name="before">xact_commit at the first reading.</param>
    /// <param name="after">At the second.</param>
    /// <param name="elapsed">Wall time between them.</param>
    /// <param name="lowestRate">Commits per second to reach.</param>
    public static Judgement Judge(long before, long after, TimeSpan elapsed, double lowestRate)
    {
        var rate = (after - before) / elapsed.TotalSeconds;
        var evidence = FormattableString.Invariant($"{Counted(before, after, elapsed)}, {rate:0} of at least {lowestRate:0} per second");
        return after < before ? Judgement.Lost($"{evidence}; the count went back: the statistics were reset, or the server was restarted")
            : rate >= lowestRate ? Judgement.Holds(evidence)
            : Judgement.NotYet(evidence);
    }

    /// <summary>Whether nothing of the fault is left: its sessions ended, its schema is dropped, and commits are but those of others.</summary>
    public static Judgement JudgeGone(long before, long after, TimeSpan elapsed, double perSecond, long sessions, bool schemaExists)
    {
        var evidence = $"{Counted(before, after, elapsed)}; sessions of the fault: {sessions}; schema {(schemaExists ? "still there" : "absent")}";
        var isQuiet = (after - before) / elapsed.TotalSeconds <= perSecond * OthersShare;
        return isQuiet && sessions == 0 && !schemaExists ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    private static string Counted(long before, long after, TimeSpan elapsed) =>
        FormattableString.Invariant($"pg_stat_database.xact_commit {before} -> {after} in {elapsed.TotalSeconds:0.###} s");
}
