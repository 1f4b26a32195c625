using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Judgement;

/// <summary>An alert with its judged stages.</summary>
/// <param name="Alert">Alert name.</param>
/// <param name="Stages">Results, in order.</param>
public sealed record JudgedAlert(string Alert, ImmutableArray<StageResult> Stages)
{
    /// <summary>Its verdict.</summary>
    public Verdict Verdict => Verdicts.Of(Stages);
}

/// <summary>A failed stage with the shortcomings that no ledger entry foretells.</summary>
/// <param name="Alert">Alert name.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Shortcomings">What was not foretold.</param>
public sealed record NewDefect(string Alert, StageName Stage, ImmutableArray<Shortcoming> Shortcomings);

/// <summary>A ledger entry that the run exercised and that no longer shows.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Alerts">Alerts in which it was expected and did not show.</param>
/// <param name="Message">What was expected, what was found and what to do.</param>
public sealed record StaleDefect(string Id, ImmutableArray<string> Alerts, string Message);

/// <summary>A run's judgement compared with its ledger.</summary>
/// <param name="Alerts">The alerts, each foretold failure marked with its entries.</param>
/// <param name="New">Failures that are not foretold.</param>
/// <param name="Stale">Entries that no longer reproduce.</param>
/// <param name="Reproduced">Identifiers of entries that did.</param>
public sealed record LedgerComparison(
    ImmutableArray<JudgedAlert> Alerts, ImmutableArray<NewDefect> New, ImmutableArray<StaleDefect> Stale, ImmutableArray<string> Reproduced);

/// <summary>Compares what failed with what was foretold. Strict in both directions, but only for what the run exercised.</summary>
public static class Ledger
{
    /// <summary>Stages that judge each subject for itself: their failure for one subject still exercised every other.</summary>
    private static readonly ImmutableHashSet<StageName> JudgedBySubject =
        [StageName.Contract, StageName.Routes, StageName.Renders, StageName.ResolutionDelivered];

    /// <summary>Compares.</summary>
    public static LedgerComparison Compare(IEnumerable<JudgedAlert> alerts, IReadOnlyCollection<KnownDefect> entries)
    {
        var marked = alerts.Select(a => a with { Stages = [.. a.Stages.Select(s => Mark(a.Alert, s, entries))] }).ToImmutableArray();
        var reproduced = entries.Where(e => marked.Any(a => Shows(e, a))).Select(e => e.Id).ToImmutableArray();
        var fresh = from a in marked
                    from s in a.Stages
                    where s.Outcome == Outcome.Fail
                    let unforetold = s.Shortcomings.Where(x => !entries.Any(e => e.Foretells(a.Alert, s.Stage, x))).ToImmutableArray()
                    where unforetold.Length > 0 || s.Shortcomings.IsEmpty
                    select new NewDefect(a.Alert, s.Stage, unforetold.IsEmpty ? [new Shortcoming(a.Alert, s.Detail)] : unforetold);
        var stale = entries.Where(e => e.MaskedBy is null || !reproduced.Contains(e.MaskedBy)).Select(e => Stale(e, marked)).OfType<StaleDefect>();
        return new LedgerComparison(marked, [.. fresh], [.. stale], reproduced);
    }

    private static StageResult Mark(string alert, StageResult result, IReadOnlyCollection<KnownDefect> entries)
    {
        if (result.Outcome != Outcome.Fail || result.Shortcomings.IsEmpty)
        {
            return result with { KnownDefect = null };
        }

        var foretold = result.Shortcomings.Select(s => entries.FirstOrDefault(e => e.Foretells(alert, result.Stage, s))?.Id).ToArray();
        return result with { KnownDefect = foretold.Contains(null) ? null : string.Join(", ", foretold.Distinct()) };
    }

    private static bool Shows(KnownDefect entry, JudgedAlert alert) =>
        alert.Stages.Any(s => s.Outcome == Outcome.Fail && s.Shortcomings.Any(x => entry.Foretells(alert.Alert, s.Stage, x)));

    private static StaleDefect? Stale(KnownDefect entry, ImmutableArray<JudgedAlert> alerts)
    {
        var expected = alerts.Where(a => entry.ShownIn.Contains(a.Alert) && a.Stages.Any(s => s.Stage == entry.Stage && Exercised(s)) && !Shows(entry, a));
        ImmutableArray<string> names = [.. expected.Select(a => a.Alert)];
        return names.IsEmpty ? null : new StaleDefect(entry.Id, names,
            $"expected {entry.Id} to show at {Names.Of(entry.Stage)} of {string.Join(", ", names)} ({entry.Subject}), found that it no longer does: remove it from the ledger, or those alerts from it");
    }

    private static bool Exercised(StageResult result) =>
        result.Outcome == Outcome.Pass || (result.Outcome == Outcome.Fail && JudgedBySubject.Contains(result.Stage));
}
