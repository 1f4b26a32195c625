using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>What the strategy documents beside its alerts.</summary>
public enum SurfaceKind
{
    /// <summary>A query of a dashboard.</summary>
    Dashboard,

    /// <summary>An answer of a health endpoint.</summary>
    Health,

    /// <summary>What Promtail makes of log lines, and a query of them.</summary>
    Logs,

    /// <summary>A metric of the "Key Metrics Reference".</summary>
    Metric,
}

/// <summary>The judgement on one documented thing that is no alert.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">Which one, e.g. a panel's title, as the ledger names it.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Detail">One sentence for people.</param>
public sealed record SurfaceResult(SurfaceKind Kind, string Subject, Outcome Outcome, string Detail)
{
    /// <summary>What the judgement rests on.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Ledger entry that foretold the failure.</summary>
    public string? KnownDefect { get; init; }
}
