using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Reports;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Assertions.Surfaces;

namespace NovaCron.Validation.Assertions.Trends;

/// <summary>Follows each defect through the runs of one configuration.</summary>
internal static class DefectTrends
{
    /// <summary>Every defect that a run found: those that are still there first, then by name.</summary>
    public static ImmutableArray<DefectTrend> Of(ImmutableArray<(RunResult Result, TrendRun Run)> runs)
    {
        var places = runs.Select(r => (r.Run, Places: PlacesOf(r.Result).ToList())).ToList();
        var found = places.SelectMany(r => r.Places.SelectMany(p => p.Defects.Select(d => (r.Run, p.Where, p.Subject, Defect: d)))).GroupBy(f => f.Defect);
        return [.. found.Select(f => Of(f.Key, [.. f.Select(x => (x.Run, x.Where, x.Subject))], places)).OrderBy(d => !d.IsThere).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static DefectTrend Of((string Id, bool IsKnown) defect, List<(TrendRun Run, string Where, string Subject)> found, List<(TrendRun Run, List<Place> Places)> all)
    {
        var where = found.Select(f => f.Where).ToHashSet();
        var judged = all.Where(r => r.Places.Any(p => p.IsJudged && where.Contains(p.Where))).Select(r => r.Run).ToList();
        var seen = found.Select(f => f.Run).Distinct().ToList();
        return new DefectTrend(defect.Id, defect.IsKnown, [.. found.Select(f => f.Subject).Distinct()], seen[0], seen[^1], seen.Count, judged.Count, seen[^1] == judged[^1]);
    }

    // What can have a defect: each stage of each alert, and each documented thing that is no alert.
    private static IEnumerable<Place> PlacesOf(RunResult run)
    {
        foreach (var (alert, stage) in run.Alerts.SelectMany(a => a.Stages.Select(s => (a.Alert, s))))
        {
            var where = $"{alert}/{Names.Of(stage.Stage)}";
            yield return new Place(where, alert, stage.Outcome, DefectsOf(where, stage.Outcome, stage.KnownDefect));
        }

        foreach (var surface in run.Surfaces)
        {
            var where = $"{surface.Subject}/{SurfaceKindName(surface.Kind)}";
            yield return new Place(where, surface.Subject, surface.Outcome, DefectsOf(where, surface.Outcome, surface.KnownDefect));
        }
    }

    private static string SurfaceKindName(SurfaceKind kind) => kind.ToString().ToLowerInvariant();

    private static IEnumerable<(string Id, bool IsKnown)> DefectsOf(string where, Outcome outcome, string? known) =>
        outcome != Outcome.Fail ? []
        : known is null ? [(where, false)]
        : known.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(id => (id, true));

    private sealed record Place(string Where, string Subject, Outcome Outcome, IEnumerable<(string Id, bool IsKnown)> Defects)
    {
        public bool IsJudged => Outcome is Outcome.Pass or Outcome.Fail;
    }
}
