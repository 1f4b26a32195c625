namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Which table is locked, and for how long at a time.</summary>
public sealed record TableLockOptions
{
    /// <summary>How to reach the database (Npgsql); the role may lock the table.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Table, by its name alone.</summary>
    public required string Table { get; init; }

    /// <summary>How long the lock is held each time, wall time, from 0.1 s to 60 s: a writer that comes while it is held waits for its end.</summary>
    public required TimeSpan Hold { get; init; }

    /// <summary>Between one lock and the next, wall time, from 10 ms to 60 s: the writers that waited get their turn.</summary>
    /// <value>200 ms.</value>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(TableLockOptions))
        .Require(PostgresServer.ErrorIn(ConnectionString) is null, $"ConnectionString cannot be read: {PostgresServer.ErrorIn(ConnectionString)}")
        .RequireText(Table, nameof(Table))
        .Require(Hold >= TimeSpan.FromMilliseconds(100) && Hold <= TimeSpan.FromMinutes(1), $"Hold is {Hold}; it must be from 100 ms to 60 s")
        .Require(Pause >= TimeSpan.FromMilliseconds(10) && Pause <= TimeSpan.FromMinutes(1), $"Pause is {Pause}; it must be from 10 ms to 60 s")
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
