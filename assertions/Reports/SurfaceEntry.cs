using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>A documented thing that is no alert.</summary>
/// <param name="Subject">Which one.</param>
/// <param name="Kind">dashboard, health, logs or metric.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Detail">One sentence for people.</param>
/// <param name="Evidence">What the judgement rests on.</param>
/// <param name="KnownDefect">Ledger entry that foretold the failure.</param>
public sealed record SurfaceEntry(string Subject, SurfaceKind Kind, Outcome Outcome, string Detail, ImmutableArray<string> Evidence, string? KnownDefect)
{
    /// <summary>Writes a judgement as an entry.</summary>
    public static SurfaceEntry Of(SurfaceResult result) =>
        new(result.Subject, result.Kind, result.Outcome, result.Detail, result.Evidence, result.KnownDefect);
}
