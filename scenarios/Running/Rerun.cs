using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Decides whether a cell is run once more.</summary>
internal static class Rerun
{
    /// <summary>Only after a recorded disturbance, and only when the judgement is inconclusive: a fail that the ledger does not foretell is never replaced.</summary>
    /// <param name="record">What the cell's run left.</param>
    /// <param name="ledger">The known defects; one that shows in the first run must show in the second, too, or its entry is stale.</param>
    public static bool IsDue(CellRecord record, IReadOnlyCollection<KnownDefect> ledger)
    {
        if (record is not { Failure: null, Evidence: { Disturbances.IsEmpty: false } evidence })
        {
            return false;
        }

        var judged = new JudgedAlert(evidence.Contract.Alert, ChainJudge.Judge(evidence));
        return judged.Stages.Any(s => s.Outcome == Outcome.Inconclusive) && Ledger.Compare([judged], ledger).New.IsEmpty;
    }
}
