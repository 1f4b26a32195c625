namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>What a standby itself says about its replay.</summary>
/// <param name="InRecovery">Whether it is a standby.</param>
/// <param name="PauseState">pg_get_wal_replay_pause_state().</param>
/// <param name="Delay">recovery_min_apply_delay.</param>
/// <param name="HasReplayedAll">Whether everything that it has received is replayed.</param>
/// <param name="SinceLastReplayed">Age of the last transaction that it has replayed; null when it has replayed none.</param>
internal sealed record ReplayReading(bool InRecovery, string PauseState, TimeSpan Delay, bool HasReplayedAll, TimeSpan? SinceLastReplayed)
{
    /// <summary>How far behind it is, wall time; none when there is nothing to replay.</summary>
    public TimeSpan Lag => HasReplayedAll ? TimeSpan.Zero : SinceLastReplayed ?? TimeSpan.Zero;
}

/// <summary>Decides from what a standby says whether it is behind.</summary>
internal static class ReplayLagEffect
{
    private const string Paused = "paused";
    private const string NotPaused = "not paused";

    /// <summary>Longest lag of a standby that keeps up, wall time: the primary writes its WAL out up to 0.6 s late (three times wal_writer_delay), and the rest is for a busy machine.</summary>
    internal static readonly TimeSpan KeepsUp = TimeSpan.FromSeconds(1);

    /// <summary>Whether the standby is held back as asked, and as far behind as required.</summary>
    public static Judgement Judge(ReplayReading now, ReplayLagOptions options)
    {
        if (!now.InRecovery)
        {
            return Judgement.Lost("pg_is_in_recovery() is false: it is no standby, or no longer one");
        }

        var isHeldBack = options.Delay is { } delay ? now.Delay == delay : now.PauseState == Paused;
        var evidence = FormattableString.Invariant($"{Text(now)}, of at least {options.RequiredLag.TotalSeconds:0.###} s");
        return isHeldBack && now.Lag >= options.RequiredLag ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }

    /// <summary>Whether the standby is held back no longer, and keeps up.</summary>
    public static Judgement JudgeGone(ReplayReading now) =>
        now is { PauseState: NotPaused, Delay.Ticks: 0 } && now.Lag <= KeepsUp ? Judgement.Holds(Text(now)) : Judgement.NotYet(Text(now));

    private static string Text(ReplayReading now) => FormattableString.Invariant(
        $"replay {now.PauseState}, recovery_min_apply_delay {now.Delay.TotalSeconds:0.###} s, {(now.HasReplayedAll ? "all that was received is replayed" : $"last replayed transaction {now.SinceLastReplayed?.TotalSeconds:0.###} s old")}: lag {now.Lag.TotalSeconds:0.###} s");
}
