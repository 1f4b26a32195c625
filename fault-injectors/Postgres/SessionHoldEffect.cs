namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>What the server itself says about its connections.</summary>
/// <param name="Own">Sessions of the fault.</param>
/// <param name="All">Sessions of clients, the fault's among them and the observer's not.</param>
/// <param name="Maximum">max_connections.</param>
/// <param name="Reserved">Connections that ordinary roles cannot have (superuser_reserved_connections and reserved_connections).</param>
internal readonly record struct SessionReading(long Own, long All, long Maximum, long Reserved)
{
    /// <summary>Connections that ordinary roles still find.</summary>
    public long Free => Maximum - Reserved - All;
}

/// <summary>Decides from a reading whether the fault's sessions are held.</summary>
internal static class SessionHoldEffect
{
    /// <summary>How many sessions a share of max_connections is.</summary>
    public static int Sessions(double share, long maximum) => (int)Math.Ceiling((share * maximum) - 1e-9);

    /// <summary>Why so many sessions cannot be held; null when they can.</summary>
    public static string? Obstacle(SessionReading before, int sessions, int room) => before.Free - sessions >= room
        ? null
        : $"{sessions} sessions beside {before.All} of others leave ordinary roles {before.Free - sessions} of max_connections {before.Maximum} ({before.Reserved} are reserved), and {room} are to stay free; ask for a lower share, or raise max_connections";

    /// <summary>Whether all are there. A session that was ended is not opened again.</summary>
    public static Judgement Judge(SessionReading now, int sessions) =>
        now.Own >= sessions ? Judgement.Holds(Evidence(now)) : Judgement.Lost($"{Evidence(now)}; {sessions} were opened");

    /// <summary>Whether none is left.</summary>
    public static Judgement JudgeGone(SessionReading now) => now.Own == 0 ? Judgement.Holds(Evidence(now)) : Judgement.NotYet(Evidence(now));

    private static string Evidence(SessionReading now) =>
        $"pg_stat_activity: {now.Own} sessions of the fault, {now.All} of clients in all; max_connections {now.Maximum}, {now.Free} free for ordinary roles";
}
