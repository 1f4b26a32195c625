using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports.Html.Model;

/// <summary>What is wrong: new defects, then those of the ledger, then what was not proved, then the other findings.</summary>
public sealed record DefectsModel
{
    /// <summary>Stages that fail and are foretold by no ledger entry.</summary>
    public required ImmutableArray<(AlertModel Alert, StageModel Stage)> NewStages { get; init; }

    /// <summary>Findings that are errors and foretold by no ledger entry.</summary>
    public required ImmutableArray<FindingEntry> NewFindings { get; init; }

    /// <summary>Surfaces that fail and are foretold by no ledger entry.</summary>
    public required ImmutableArray<SurfaceEntry> NewSurfaces { get; init; }

    /// <summary>The ledger's entries that the run met.</summary>
    public required ImmutableArray<KnownDefectModel> Known { get; init; }

    /// <summary>Stages that were proved neither way.</summary>
    public required ImmutableArray<(AlertModel Alert, StageModel Stage)> Unproved { get; init; }

    /// <summary>Findings that are no errors.</summary>
    public required ImmutableArray<FindingEntry> OtherFindings { get; init; }

    /// <summary>How many new defects there are.</summary>
    public int NewCount => NewStages.Length + NewFindings.Length + NewSurfaces.Length;

    /// <summary>The defects of a run.</summary>
    public static DefectsModel Of(RunResult run, ImmutableArray<AlertModel> alerts)
    {
        var stages = alerts.SelectMany(a => a.Stages.Select(s => (Alert: a, Stage: s))).ToArray();
        return new DefectsModel
        {
            NewStages = [.. stages.Where(s => s.Stage.Entry is { Outcome: Outcome.Fail, KnownDefect: null })],
            NewFindings = [.. run.Findings.Where(f => f is { Severity: "error", KnownDefect: null })],
            NewSurfaces = [.. run.Surfaces.Where(s => s is { Outcome: Outcome.Fail, KnownDefect: null })],
            Known = [.. KnownDefectModel.Of(run, stages)],
            Unproved = [.. stages.Where(s => s.Stage.Entry is { Outcome: Outcome.Inconclusive })],
            OtherFindings = [.. run.Findings.Where(f => f.Severity != "error" && f.KnownDefect is null)],
        };
    }
}

/// <summary>A ledger entry with all that the run met of it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Anchor">Its place in the page.</param>
/// <param name="Entry">What the ledger says; null in a file of before this was kept.</param>
/// <param name="Stages">Stages that fail because of it.</param>
/// <param name="Findings">Findings that it foretold.</param>
/// <param name="Surfaces">Surfaces that fail because of it.</param>
/// <param name="Quotes">The lines at fault.</param>
public sealed record KnownDefectModel(
    string Id,
    string Anchor,
    DefectEntry? Entry,
    ImmutableArray<(AlertModel Alert, StageModel Stage)> Stages,
    ImmutableArray<FindingEntry> Findings,
    ImmutableArray<SurfaceEntry> Surfaces,
    ImmutableArray<QuoteEntry> Quotes)
{
    /// <summary>Where an identifier's entry is in the page.</summary>
    public static string AnchorOf(string id) => $"defect/{new Anchors().New(id)}";

    /// <summary>The ledger entries that a run met, those that the most stages fail of first.</summary>
    internal static IEnumerable<KnownDefectModel> Of(RunResult run, IReadOnlyCollection<(AlertModel Alert, StageModel Stage)> stages)
    {
        var ids = stages.SelectMany(s => s.Stage.Ledger)
            .Concat(run.Findings.SelectMany(f => StageModel.Ids(f.KnownDefect)))
            .Concat(run.Surfaces.SelectMany(s => StageModel.Ids(s.KnownDefect)))
            .Concat(run.Defects.Select(d => d.Id)).Distinct();
        return ids.Select(id => One(id, run, stages)).OrderByDescending(d => d.Stages.Length + d.Surfaces.Length).ThenBy(d => d.Id, StringComparer.Ordinal);
    }

    private static KnownDefectModel One(string id, RunResult run, IReadOnlyCollection<(AlertModel Alert, StageModel Stage)> stages)
    {
        var entry = run.Defects.FirstOrDefault(d => d.Id == id);
        var own = stages.Where(s => s.Stage.Ledger.Contains(id)).ToImmutableArray();
        // The entry's own subjects say which of a stage's shortcomings are its; without an entry all of them may be.
        var subjects = entry is { Subjects.IsEmpty: false } ? entry.Subjects : [.. own.SelectMany(s => s.Stage.Entry!.Subjects).Distinct()];
        return new KnownDefectModel(
            id, AnchorOf(id), entry, own,
            [.. run.Findings.Where(f => StageModel.Ids(f.KnownDefect).Contains(id))],
            [.. run.Surfaces.Where(s => StageModel.Ids(s.KnownDefect).Contains(id))],
            [.. run.Quotes.Where(q => subjects.Contains(q.Subject))]);
    }
}
