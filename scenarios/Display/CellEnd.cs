using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Display;

/// <summary>How a cell ended.</summary>
/// <param name="Name">Alert or blind spot.</param>
/// <param name="Verdict">What was made of it.</param>
/// <param name="IsNew">Whether a failure of it was not foretold.</param>
/// <param name="Words">The same in a few words, the reason first where something failed.</param>
internal sealed record CellEnd(string Name, Verdict Verdict, bool IsNew, string Words)
{
    /// <summary>The judged stages; none of a blind spot.</summary>
    public ImmutableArray<StageResult> Stages { get; init; } = [];

    /// <summary>Whether somebody has a reason to look at it.</summary>
    public bool IsUnexpected => Verdict == Verdict.Inconclusive || IsNew;

    /// <summary>The end of an alert's cell.</summary>
    /// <param name="judged">Its stages, compared with the ledger.</param>
    /// <param name="failure">What kept the cell from its end; null when nothing did.</param>
    public static CellEnd Of(JudgedAlert judged, CellFailure? failure)
    {
        var isNew = judged.Stages.Any(s => s is { Outcome: Outcome.Fail, KnownDefect: null });
        return new CellEnd(judged.Alert, judged.Verdict, isNew, failure is null ? Text(judged, isNew) : $"{Names(failure.Kind)}: {failure.Message}") { Stages = judged.Stages };
    }

    /// <summary>The end of a blind spot's cell.</summary>
    public static CellEnd Of(JudgedSpot judged, CellFailure? failure)
    {
        var verdict = judged.Verdict.Outcome switch
        {
            SpotOutcome.Inconclusive => Verdict.Inconclusive,
            SpotOutcome.Told => Verdict.Works,
            _ => Verdict.Defective,
        };
        var foretold = judged.Foretold is null ? "" : judged.Changed ? $", foretold was {judged.Foretold}" : ", as foretold";
        return new CellEnd(judged.Promise.Spot, verdict, judged.Changed || (judged.Foretold is null && verdict == Verdict.Defective), failure is null ? judged.Outcome + foretold : $"{Names(failure.Kind)}: {failure.Message}");
    }

    /// <summary>A failure's kind for people.</summary>
    public static string Names(CellFailureKind kind) => kind switch
    {
        CellFailureKind.RollBackFailed => "roll-back failed",
        CellFailureKind.EnvironmentLost => "environment lost",
        _ => "fault failed",
    };

    private static string Text(JudgedAlert judged, bool isNew) => judged.Verdict switch
    {
        Verdict.Works => "works",
        Verdict.Inconclusive => Reason("inconclusive", judged.Stages.FirstOrDefault(s => s.Outcome == Outcome.Inconclusive)),
        _ when isNew => Reason("new defect", judged.Stages.First(s => s is { Outcome: Outcome.Fail, KnownDefect: null })),
        _ => $"known defect: {string.Join(", ", judged.Stages.Select(s => s.KnownDefect).OfType<string>().Distinct())}",
    };

    private static string Reason(string what, StageResult? stage) =>
        stage is null ? what : $"{what} at {Assertions.Judgement.Names.Of(stage.Stage)}: {stage.Detail}";
}
