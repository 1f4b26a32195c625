namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Where sessions are held open, and how many.</summary>
public sealed record SessionHoldOptions
{
    /// <summary>How to reach the database (Npgsql); an ordinary role will do.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Sessions of the fault, as a ratio of the server's max_connections, rounded up; above 0 and below 1. What others hold comes on top.</summary>
    public required double Share { get; init; }

    /// <summary>Connections that ordinary roles must still find free once the sessions are open, beside those that they have: an exporter opens new ones at every scrape. From 0 to 100.</summary>
    /// <value>3.</value>
    public int Room { get; init; } = 3;

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(SessionHoldOptions))
        .Require(PostgresServer.ErrorIn(ConnectionString) is null, $"ConnectionString cannot be read: {PostgresServer.ErrorIn(ConnectionString)}")
        .RequireRange(Share, double.Epsilon, 0.999, nameof(Share))
        .RequireRange(Room, 0, 100, nameof(Room))
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
