namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Which standby falls behind, and how far.</summary>
public sealed record ReplayLagOptions
{
    /// <summary>How to reach the standby (Npgsql), as a superuser.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>How far behind the standby is kept, wall time (recovery_min_apply_delay), from 1 s to 1 h; null pauses the replay, so that it falls behind without end.</summary>
    /// <value>null.</value>
    public TimeSpan? Delay { get; init; }

    /// <summary>Lag that the standby itself must show for the effect to hold, wall time, above 0; at most <see cref="Delay"/>. It grows by a second each second.</summary>
    public required TimeSpan RequiredLag { get; init; }

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(ReplayLagOptions))
        .Require(PostgresServer.ErrorIn(ConnectionString) is null, $"ConnectionString cannot be read: {PostgresServer.ErrorIn(ConnectionString)}")
        .Require(Delay is not { } delay || (delay >= TimeSpan.FromSeconds(1) && delay <= TimeSpan.FromHours(1)), $"Delay is {Delay}; it must be from 1 s to 1 h")
        .RequireTime(RequiredLag, Delay ?? MaximumDuration, nameof(RequiredLag))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
