using System.Collections.Immutable;

namespace NovaCron.Validation.FaultInjectors.Postgres;

/// <summary>Which right is taken from whom.</summary>
public sealed record RevokedRightOptions
{
    /// <summary>Rights that can be revoked.</summary>
    public static readonly ImmutableArray<string> Rights = ["SELECT", "INSERT", "UPDATE", "DELETE"];

    /// <summary>How to reach the database (Npgsql), as a superuser.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Role that loses the right; no superuser, since that has every right.</summary>
    public required string Role { get; init; }

    /// <summary>Table, by its name alone.</summary>
    public required string Table { get; init; }

    /// <summary>The right: one of <see cref="Rights"/>.</summary>
    public required string Right { get; init; }

    /// <summary>Longest time in which no statement needs the right, wall time, from 1 s to 10 min: a proof that sees no refusal for longer sees no effect.</summary>
    /// <value>15 s.</value>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest life of the fault, wall time.</summary>
    /// <value><see cref="FaultLimits.DefaultMaximumDuration"/>.</value>
    public TimeSpan MaximumDuration { get; init; } = FaultLimits.DefaultMaximumDuration;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">At least one cannot work; the message lists them all.</exception>
    public void Validate() => new OptionErrors(nameof(RevokedRightOptions))
        .Require(PostgresServer.ErrorIn(ConnectionString) is null, $"ConnectionString cannot be read: {PostgresServer.ErrorIn(ConnectionString)}")
        .RequireText(Role, nameof(Role))
        .RequireText(Table, nameof(Table))
        .Require(Rights.Contains(Right), $"Right is {Right}; it must be one of {string.Join(", ", Rights)}")
        .Require(LongestPause >= TimeSpan.FromSeconds(1) && LongestPause <= TimeSpan.FromMinutes(10), $"LongestPause is {LongestPause}; it must be from 1 s to 10 min")
        .RequireTime(MaximumDuration, FaultLimits.LongestDuration, nameof(MaximumDuration))
        .ThrowIfAny();
}
