using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Judgement;

/// <summary>What became of an alert.</summary>
public enum Verdict
{
    /// <summary>Every stage passed or does not apply.</summary>
    Works,

    /// <summary>At least one stage failed, foretold by the ledger or not.</summary>
    Defective,

    /// <summary>No stage failed, and at least one was not proved.</summary>
    Inconclusive,
}

/// <summary>Draws an alert's verdict from its stages.</summary>
public static class Verdicts
{
    /// <summary>The verdict. No stage at all is no evidence, hence <see cref="Verdict.Inconclusive"/>.</summary>
    public static Verdict Of(IReadOnlyCollection<StageResult> stages) =>
        stages.Any(s => s.Outcome == Outcome.Fail) ? Verdict.Defective
        : stages.Count > 0 && stages.All(s => s.Outcome is Outcome.Pass or Outcome.NotApplicable) && stages.Any(s => s.Outcome == Outcome.Pass) ? Verdict.Works
        : Verdict.Inconclusive;
}
