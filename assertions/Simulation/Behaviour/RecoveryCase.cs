using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>The signal is bad until the alert fires, then healthy: the rule resolves at the first evaluation at which the signal is good, and fires until then.</summary>
internal sealed class RecoveryCase(SimulatedAlert alert, SignalLevels levels) : BehaviourCase(alert)
{
    /// <inheritdoc/>
    public override string Kind => "recovery";

    /// <inheritdoc/>
    public override ImmutableArray<string> Asks => [CaseQuestions.FirstFiring, CaseQuestions.LastFiring, CaseQuestions.Firing, CaseQuestions.LastBad];

    /// <inheritdoc/>
    public override Course Course => new([new(TimeSpan.Zero, levels.Healthy), new(Times.Start, levels.JustAbove), new(Gone, levels.Healthy)], Gone + Times.Window + (4 * Times.Evaluation));

    private TimeSpan Gone => Times.Start + Times.Stay;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(CaseOutcome outcome)
    {
        if (outcome is not { FirstFiring: { } first, LastFiring: { } last, LastBad: { } bad } || bad >= Course.End)
        {
            yield return NotJudged("the alert does not fire, or the promised signal stays bad");
        }
        else if (last > bad)
        {
            yield return Wrong(
                BehaviourName.NotResolved,
                $"expected the alert to resolve {Seconds(bad + Times.Evaluation, Gone)} after the fault, at the first evaluation at which the promised signal is good, found it firing {(last >= Course.End ? "to the end" : "until")} {Seconds(last, Gone)} after it");
        }
        else if (last < bad)
        {
            yield return Wrong(
                BehaviourName.ResolvesEarly,
                $"expected the alert to fire as long as the promised signal is bad, until {Seconds(bad, Gone)} after the fault, found it resolved at {Seconds(last + Times.Evaluation, Gone)}");
        }
        else if (outcome.Firing < Math.Round((last - first) / Times.Evaluation) + 1)
        {
            yield return Wrong(BehaviourName.ResolvesEarly, $"expected the alert to fire without a break while the promised signal is bad, found it at {outcome.Firing} of {Math.Round((last - first) / Times.Evaluation) + 1} evaluations");
        }
    }
}
