using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>A sign with its colour and meaning; the signs alone tell the outcomes apart, the colours only help.</summary>
/// <param name="Sign">One character.</param>
/// <param name="Style">Style in Spectre.Console's markup.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record Glyph(string Sign, string Style, string Meaning);

/// <summary>The signs of the matrix, for terminals with Unicode and without.</summary>
internal sealed class Glyphs(bool unicode)
{
    public Glyph Pass { get; } = new(unicode ? "✓" : "+", "green", "proved");

    public Glyph Fail { get; } = new(unicode ? "✗" : "x", "red bold", "new defect");

    public Glyph Known { get; } = new(unicode ? "◆" : "k", "yellow", "known defect");

    public Glyph NotReached { get; } = new(unicode ? "·" : ".", "grey", "not reached");

    public Glyph NotApplicable { get; } = new(unicode ? "–" : "-", "grey", "nothing promised");

    public Glyph Inconclusive { get; } = new("?", "magenta", "inconclusive");

    public IEnumerable<Glyph> All => [Pass, Fail, Known, NotReached, NotApplicable, Inconclusive];

    public Glyph Of(StageEntry? stage) => stage is null ? NotReached : Of(stage.Outcome, stage.KnownDefect);

    public Glyph Of(Outcome outcome, string? knownDefect) => outcome switch
    {
        Outcome.Pass => Pass,
        Outcome.Fail => knownDefect is null ? Fail : Known,
        Outcome.NotApplicable => NotApplicable,
        Outcome.Inconclusive => Inconclusive,
        _ => NotReached,
    };

    public Glyph Of(AlertEntry alert) => alert.Verdict switch
    {
        Verdict.Works => Pass,
        Verdict.Inconclusive => Inconclusive,
        _ => alert.Stages.Any(s => s.Outcome == Outcome.Fail && s.KnownDefect is null) ? Fail : Known,
    };
}
