namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Where transactions are committed, and how many.</summary>
public sealed record TransactionRateOptions
{
    /// <summary>How to reach the database (Npgsql); the role may create a schema in it.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Commits per wall second, evenly spaced, from 100 to 100 000.</summary>
    public required double PerSecond { get; init; }

    /// <summary>Sessions that share them, from 1 to 20.</summary>
    /// <value>4: a backend reports its counters once a second, and four of them, started a quarter of a second apart, make the database's counter grow evenly.</value>
    public int Sessions { get; init; } = 4;

    /// <summary>Commits per second that the server must count for the effect to hold, as a ratio of <see cref="PerSecond"/>, above 0 and at most 1.</summary>
    /// <value>0.8: over two seconds the reports of four sessions may be an eighth short.</value>
    public double EffectiveShare { get; init; } = 0.8;

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(TransactionRateOptions))
        .Require(PostgresServer.ErrorIn(ConnectionString) is null, $"ConnectionString cannot be read: {PostgresServer.ErrorIn(ConnectionString)}")
        .RequireRange(PerSecond, 100, 100_000, nameof(PerSecond))
        .RequireRange(Sessions, 1, 20, nameof(Sessions))
        .RequireRange(EffectiveShare, double.Epsilon, 1, nameof(EffectiveShare))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
