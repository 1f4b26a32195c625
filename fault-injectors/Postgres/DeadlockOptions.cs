namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Where deadlocks are made, and how many.</summary>
public sealed record DeadlockOptions
{
    /// <summary>How to reach the database (Npgsql); the role may create a schema in it.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Pairs of sessions, each of which deadlocks about once per deadlock_timeout, from 1 to 50.</summary>
    /// <value>1: 0.97 deadlocks per second at the server's default of 1 s.</value>
    public int Pairs { get; init; } = 1;

    /// <summary>Wall time from the start of one deadlock to the start of the next; null for one after the other without a pause. Only with one pair, at least 2 s.</summary>
    /// <value>null.</value>
    public TimeSpan? Interval { get; init; }

    /// <summary>deadlock_timeout of the sessions, from 10 ms to 60 s; needs a superuser. Null keeps the server's.</summary>
    /// <value>null.</value>
    public TimeSpan? DeadlockTimeout { get; init; }

    /// <summary>Deadlocks that the server must have counted for the effect to hold, from 1 to 1000.</summary>
    /// <value>1.</value>
    public int RequiredDeadlocks { get; init; } = 1;

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(DeadlockOptions))
        .Require(PostgresServer.ErrorIn(ConnectionString) is null, $"ConnectionString cannot be read: {PostgresServer.ErrorIn(ConnectionString)}")
        .RequireRange(Pairs, 1, 50, nameof(Pairs))
        .Require(Interval is not { } interval || interval >= TimeSpan.FromSeconds(2), $"Interval is {Interval}; it must be at least 2 s, since a deadlock lasts for deadlock_timeout")
        .Require(Interval is null || Pairs == 1, $"Interval with {Pairs} pairs would make {Pairs} deadlocks at a time; use one pair")
        .Require(DeadlockTimeout is not { } timeout || (timeout >= TimeSpan.FromMilliseconds(10) && timeout <= TimeSpan.FromSeconds(60)), $"DeadlockTimeout is {DeadlockTimeout}; it must be from 10 ms to 60 s")
        .RequireRange(RequiredDeadlocks, 1, 1000, nameof(RequiredDeadlocks))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
