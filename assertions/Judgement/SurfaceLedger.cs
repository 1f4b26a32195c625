using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Assertions.Judgement;

/// <summary>What the judgement needs of a ledger entry about a documented thing that is no alert.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Subject">What it is about, as <see cref="SurfaceResult.Subject"/> names it.</param>
public sealed record KnownSurfaceDefect(string Id, string Subject);

/// <summary>The documented things that are no alerts, compared with the ledger.</summary>
/// <param name="Results">Every result, each foretold failure marked with its entry.</param>
/// <param name="Stale">Entries that no longer reproduce.</param>
public sealed record SurfaceComparison(ImmutableArray<SurfaceResult> Results, ImmutableArray<StaleDefect> Stale)
{
    /// <summary>Failures that are not foretold.</summary>
    public IEnumerable<SurfaceResult> New => Results.Where(r => r is { Outcome: Outcome.Fail, KnownDefect: null });
}

/// <summary>Compares what failed with what was foretold, strictly in both directions, for what the run exercised.</summary>
public static class SurfaceLedger
{
    /// <summary>Stage under which the ledger has entries about documented things that are no alerts.</summary>
    public const string Stage = "surface";

    /// <summary>Compares.</summary>
    public static SurfaceComparison Compare(IEnumerable<SurfaceResult> results, IReadOnlyCollection<KnownSurfaceDefect> entries)
    {
        var marked = results.Select(r => r.Outcome == Outcome.Fail ? r with { KnownDefect = entries.FirstOrDefault(e => e.Subject == r.Subject)?.Id } : r).ToImmutableArray();
        var stale = from entry in entries
                    where marked.Any(r => r.Subject == entry.Subject && r.Outcome == Outcome.Pass) && !marked.Any(r => r.Subject == entry.Subject && r.Outcome == Outcome.Fail)
                    select new StaleDefect(entry.Id, [], $"expected {entry.Id} to show at {Stage} of {entry.Subject}, found that it no longer does: remove it from the ledger");
        return new SurfaceComparison(marked, [.. stale]);
    }
}
