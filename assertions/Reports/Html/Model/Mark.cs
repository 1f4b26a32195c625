using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports.Html.Model;

/// <summary>How an outcome is shown: always a sign and a word, and a colour only beside them.</summary>
/// <param name="Sign">Sign, the same as on a terminal.</param>
/// <param name="Word">Word.</param>
/// <param name="Name">Name in the style sheet and for filters: pass, new, known, unproved, none.</param>
/// <param name="Rank">Place in a list that begins with what needs action.</param>
public sealed record Mark(string Sign, string Word, string Name, int Rank)
{
    private static readonly Glyphs Signs = new(unicode: true);

    /// <summary>The mark of a stage; of one that the file does not have, that it was not reached.</summary>
    public static Mark Of(StageEntry? stage) => stage is null ? NotReached : Of(stage.Outcome, stage.KnownDefect);

    /// <summary>The mark of an outcome.</summary>
    public static Mark Of(Outcome outcome, string? knownDefect) => outcome switch
    {
        Outcome.Pass => new(Signs.Pass.Sign, "pass", "pass", 3),
        Outcome.Fail => knownDefect is null ? new(Signs.Fail.Sign, "fails", "new", 0) : new(Signs.Known.Sign, "known", "known", 2),
        Outcome.Inconclusive => new(Signs.Inconclusive.Sign, "unproved", "unproved", 1),
        Outcome.NotApplicable => new(Signs.NotApplicable.Sign, "n/a", "none", 5),
        _ => NotReached,
    };

    /// <summary>The mark of an alert.</summary>
    public static Mark Of(AlertEntry alert) => alert.Verdict switch
    {
        Verdict.Works => new(Signs.Pass.Sign, "works", "pass", 3),
        Verdict.Inconclusive => new(Signs.Inconclusive.Sign, "inconclusive", "unproved", 1),
        _ when alert.Stages.Any(s => s is { Outcome: Outcome.Fail, KnownDefect: null }) => new(Signs.Fail.Sign, "new defect", "new", 0),
        _ => new(Signs.Known.Sign, "known defect", "known", 2),
    };

    private static Mark NotReached => new(Signs.NotReached.Sign, "unreached", "none", 4);
}
