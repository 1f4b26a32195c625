using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A defect that the ledger foretells, for one subject. An entry that lists several subjects is several of these under one <see cref="Id"/>.</summary>
public sealed record KnownDefect
{
    /// <summary>Name of the ledger entry.</summary>
    public required string Id { get; init; }

    /// <summary>The stage that fails: one of <see cref="KnownDefects.Stages"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>What is at fault: an alert, a receiver or a metric.</summary>
    public required string Subject { get; init; }

    /// <summary>Alerts that the entry applies to; null for any.</summary>
    public ImmutableArray<string>? Alerts { get; init; }

    /// <summary>What is seen when the defect is there.</summary>
    public required string Evidence { get; init; }

    /// <summary>Why it is so.</summary>
    public required string Explanation { get; init; }

    /// <summary>What makes it go away.</summary>
    public required string Mend { get; init; }

    /// <summary>Id of the entry that hides this one from a run as long as it holds; null for none. A hidden entry need not reproduce.</summary>
    public string? MaskedBy { get; init; }

    /// <summary>The checks any of which finds it without a stack; none where only a run can.</summary>
    public ImmutableArray<FoundBy> FoundBy { get; init; } = [];

    /// <summary>Where the entry stands.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>Whether the entry foretells this failure.</summary>
    /// <param name="stage">Stage as the ledger writes it, e.g. <c>resolution-delivered</c>.</param>
    /// <param name="subject">Alert, receiver or metric at fault.</param>
    /// <param name="alert">Alert whose chain was judged.</param>
    public bool Foretells(string stage, string subject, string alert) =>
        Stage == stage && Subject == subject && (Alerts is not { } alerts || alerts.Contains(alert));
}
