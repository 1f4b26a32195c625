using System.Text.RegularExpressions;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Which table's rows are locked, and for how long at a time.</summary>
public sealed partial record RowLocksOptions
{
    /// <summary>How to reach the database (Npgsql); the role owns the table, and pg_stat_statements is installed.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The table, of few rows; lower-case letters, digits and underscores. Others write to it: those statements are what becomes slow.</summary>
    public required string Table { get; init; }

    /// <summary>How long the locks are held each time, wall time, from 0.1 to 60 s. Writes that arrive evenly wait for half of it on average.</summary>
    public required TimeSpan Hold { get; init; }

    /// <summary>Mean execution time that the server must have measured for statements on the table since injection for the effect to hold, wall time.</summary>
    /// <value>A quarter of <see cref="Hold"/>: half of what evenly spaced writes wait.</value>
    public TimeSpan RequiredMean => Hold / 4;

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(RowLocksOptions))
        .Require(PostgresServer.ErrorIn(ConnectionString) is null, $"ConnectionString cannot be read: {PostgresServer.ErrorIn(ConnectionString)}")
        .Require(Name().IsMatch(Table ?? ""), $"Table is '{Table}'; it must be made of lower-case letters, digits and underscores")
        .Require(Hold >= TimeSpan.FromSeconds(0.1) && Hold <= TimeSpan.FromSeconds(60), $"Hold is {Hold}; it must be from 0.1 to 60 s")
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();

    [GeneratedRegex("^[a-z_][a-z0-9_]*$")]
    private static partial Regex Name();
}
