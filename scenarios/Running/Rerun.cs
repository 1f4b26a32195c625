namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Decides whether a cell is run once more.</summary>
internal static class Rerun
{
    /// <summary>Only after a recorded disturbance, and only when the judgement is inconclusive: a fail is never replaced.</summary>
    public static bool IsDue(CellRecord record) =>
        record is { Failure: null, Evidence: { Disturbances.IsEmpty: false } evidence }
        && Assertions.Stages.ChainJudge.Judge(evidence) is var stages
        && stages.Any(s => s.Outcome == Assertions.Stages.Outcome.Inconclusive)
        && stages.All(s => s.Outcome != Assertions.Stages.Outcome.Fail);
}
