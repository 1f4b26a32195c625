using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>The signal is bad, good for one evaluation before <c>for</c> has passed, and bad again: <c>for</c> begins anew.</summary>
internal sealed class InterruptedCase(SimulatedAlert alert, SignalLevels levels) : BehaviourCase(alert)
{
    /// <inheritdoc/>
    public override string Kind => "interrupted fault";

    /// <summary>Whether an alert's <c>for</c> is long enough to be interrupted, and its signal comes back within an evaluation: what a window holds is never nothing at once.</summary>
    public static bool IsPossible(SimulatedAlert alert) => alert.Contract.For >= 2 * alert.EvaluationInterval && (alert.Contract.Signal.Window == TimeSpan.Zero || !alert.Contract.Threshold.Equals(0));

    /// <inheritdoc/>
    public override ImmutableArray<string> Asks => [CaseQuestions.FirstFiring, CaseQuestions.FirstBad, CaseQuestions.LastGood, CaseQuestions.LastBad];

    /// <inheritdoc/>
    public override Course Course => new([new(TimeSpan.Zero, levels.Healthy), new(Times.Start, levels.Barely(Times.Evaluation))], Interrupted + Times.For + (3 * Times.Evaluation))
    {
        Interruption = new(Interrupted, Times.Evaluation),
    };

    // The window is full of bad samples, and no more than an evaluation has passed since.
    private TimeSpan Interrupted => Times.Start + Times.Window + Times.Evaluation;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(CaseOutcome outcome)
    {
        if (outcome is not { FirstBad: { } bad, LastGood: { } good, LastBad: { } last } || good < bad || good >= last || good >= bad + Times.For)
        {
            // What is averaged over a window does not come back at once, and nothing is promised of it.
            if (Alert.IsDerived)
            {
                yield break;
            }

            yield return NotJudged($"the promised signal is bad first {Shown(outcome.FirstBad)}, good last {Shown(outcome.LastGood)} and bad last {Shown(outcome.LastBad)}, and not bad, good and bad again");
            yield break;
        }

        var due = good + Times.Evaluation + Times.For;
        if (outcome.FirstFiring is { } fired && fired < due)
        {
            yield return Wrong(
                BehaviourName.ForNotReset,
                $"expected for to begin anew after the evaluation {Seconds(good, bad)} after the first bad one, at which the promised signal is good, and the alert to fire at {Seconds(due, bad)}, found it firing at {Seconds(fired, bad)}");
        }
        else if (outcome.FirstFiring is not { } late || late > due)
        {
            yield return Wrong(
                BehaviourName.FiresLate,
                $"expected the alert to fire {Seconds(due, bad)} after the first bad evaluation, of which one at {Seconds(good, bad)} is good, found {(outcome.FirstFiring is { } at ? Seconds(at, bad) : "it silent")}");
        }
    }

    private string Shown(TimeSpan? at) => at is { } time ? $"at {Seconds(time, Times.Start)}" : "never";
}
