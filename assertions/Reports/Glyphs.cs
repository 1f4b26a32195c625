using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>A sign with its colour and meaning; the signs alone tell the outcomes apart, the colours only help.</summary>
/// <param name="Sign">One character.</param>
/// <param name="Style">Style in Spectre.Console's markup.</param>
/// <param name="Meaning">What it means.</param>
public sealed record Glyph(string Sign, string Style, string Meaning);

/// <summary>The signs of the matrix, for terminals with Unicode and without.</summary>
/// <param name="unicode">Whether the terminal has Unicode.</param>
public sealed class Glyphs(bool unicode)
{
    /// <summary>Proved.</summary>
    public Glyph Pass { get; } = new(unicode ? "✓" : "+", "green", "proved");

    /// <summary>Disproved, and in no ledger.</summary>
    public Glyph Fail { get; } = new(unicode ? "✗" : "x", "red bold", "new defect");

    /// <summary>Disproved, as the ledger foretells.</summary>
    public Glyph Known { get; } = new(unicode ? "◆" : "k", "yellow", "known defect");

    /// <summary>An earlier stage ended the chain, or it is not known yet.</summary>
    public Glyph NotReached { get; } = new(unicode ? "·" : ".", "grey", "not reached");

    /// <summary>Nothing is promised.</summary>
    public Glyph NotApplicable { get; } = new(unicode ? "–" : "-", "grey", "nothing promised");

    /// <summary>Proved neither way.</summary>
    public Glyph Inconclusive { get; } = new("?", "magenta", "inconclusive");

    /// <summary>Each of them.</summary>
    public IEnumerable<Glyph> All => [Pass, Fail, Known, NotReached, NotApplicable, Inconclusive];

    /// <summary>The sign of a stage; of one that is not there, that of one that was not reached.</summary>
    public Glyph Of(StageEntry? stage) => stage is null ? NotReached : Of(stage.Outcome, stage.KnownDefect);

    /// <summary>The sign of an outcome.</summary>
    public Glyph Of(Outcome outcome, string? knownDefect) => outcome switch
    {
        Outcome.Pass => Pass,
        Outcome.Fail => knownDefect is null ? Fail : Known,
        Outcome.NotApplicable => NotApplicable,
        Outcome.Inconclusive => Inconclusive,
        _ => NotReached,
    };

    /// <summary>The sign of an alert.</summary>
    public Glyph Of(AlertEntry alert) => Of(alert.Verdict, alert.Stages.Any(s => s.Outcome == Outcome.Fail && s.KnownDefect is null));

    /// <summary>The sign of a verdict.</summary>
    /// <param name="verdict">Verdict.</param>
    /// <param name="isNew">Whether a failure is in no ledger.</param>
    public Glyph Of(Verdict verdict, bool isNew) => verdict switch
    {
        Verdict.Works => Pass,
        Verdict.Inconclusive => Inconclusive,
        _ => isNew ? Fail : Known,
    };
}
