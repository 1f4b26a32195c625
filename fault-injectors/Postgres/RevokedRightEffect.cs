namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>What the server says about a right and about what its absence does.</summary>
/// <param name="Granted">Whether the role has the right (has_table_privilege).</param>
/// <param name="Rollbacks">Transactions of the database that were rolled back (pg_stat_database.xact_rollback): a refused statement ends its transaction so.</param>
internal readonly record struct RightReading(bool Granted, long Rollbacks);

/// <summary>Decides from readings whether statements are refused.</summary>
/// <param name="right">The right as messages name it, e.g. <c>INSERT on vms for novacron</c>.</param>
internal sealed class RevokedRightEffect(string right)
{
    /// <summary>Whether the right is gone and statements were refused since the last proof.</summary>
    public Judgement Judge(long atLastProof, RightReading now)
    {
        var evidence = Evidence(atLastProof, now);
        return now.Granted ? Judgement.Lost($"{evidence}: it was granted again")
            : now.Rollbacks < atLastProof ? Judgement.Lost($"{evidence}; the count went back: its statistics were reset, or the server was restarted")
            : now.Rollbacks > atLastProof ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    /// <summary>Whether the right is there: the server asks its catalogue for every statement, so nothing is refused any more.</summary>
    public Judgement JudgeGone(long atLastProof, RightReading now) =>
        now.Granted ? Judgement.Holds(Evidence(atLastProof, now)) : Judgement.NotYet(Evidence(atLastProof, now));

    private string Evidence(long before, RightReading now) =>
        FormattableString.Invariant($"has_table_privilege, {right}: {(now.Granted ? "true" : "false")}; pg_stat_database.xact_rollback {before} -> {now.Rollbacks}");
}
