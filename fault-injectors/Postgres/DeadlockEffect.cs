namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Deadlocks counted up to one moment.</summary>
/// <param name="Server">By the server, for the whole database and since ever (pg_stat_database.deadlocks).</param>
/// <param name="Sessions">By the fault's own sessions since injection: how often one of them was the victim (SQLSTATE 40P01).</param>
internal readonly record struct DeadlockCount(long Server, long Sessions);

/// <summary>What was proven before.</summary>
/// <param name="AtInjection">The server's count at injection.</param>
/// <param name="Server">The server's count at the last proof that saw it grow; the one at injection before that.</param>
/// <param name="SinceGrowth">Wall time since that proof.</param>
internal readonly record struct DeadlockProof(long AtInjection, long Server, TimeSpan SinceGrowth);

/// <summary>Decides from counts whether sessions deadlock.</summary>
internal static class DeadlockEffect
{
    /// <summary>Deadlocks per pair by which both counts may differ: one that the sessions saw and the server has not flushed (it does so once a second), and one under way.</summary>
    internal const int TolerancePerPair = 2;

    /// <summary>
    /// Whether both counts grew by what is required since injection and agree, and the server's grew since the last proof;
    /// with an interval between deadlocks it may also have stood still for no longer than that.
    /// </summary>
    public static Judgement Judge(DeadlockProof last, DeadlockCount now, DeadlockOptions options)
    {
        var server = now.Server - last.AtInjection;
        var evidence = FormattableString.Invariant(
            $"pg_stat_database.deadlocks {last.AtInjection} -> {now.Server} since injection, {last.Server} at the last proof {last.SinceGrowth.TotalSeconds:0.###} s ago; own victims with 40P01: {now.Sessions}");
        if (now.Server < last.Server)
        {
            return Judgement.Lost($"{evidence}; the server's count went back: its statistics were reset, or it was restarted");
        }

        var required = server >= options.RequiredDeadlocks && now.Sessions >= options.RequiredDeadlocks;
        var agree = Math.Abs(server - now.Sessions) <= TolerancePerPair * options.Pairs;
        var goesOn = now.Server > last.Server || last.SinceGrowth < options.Interval;
        return required && agree && goesOn ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    /// <summary>Whether nothing of the fault is left: its sessions ended, its schema is dropped, and the server counted no deadlock between two readings.</summary>
    public static Judgement JudgeGone(long before, long after, long sessions, bool schemaExists)
    {
        var evidence = $"pg_stat_database.deadlocks {before} -> {after}; sessions of the fault: {sessions}; schema {(schemaExists ? "still there" : "absent")}";
        return before == after && sessions == 0 && !schemaExists ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
