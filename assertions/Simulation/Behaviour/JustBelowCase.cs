using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>The signal comes close to the threshold, and where that can be told it stays on it: the rule is silent.</summary>
internal sealed class JustBelowCase(SimulatedAlert alert, SignalLevels levels, double level) : BehaviourCase(alert)
{
    /// <inheritdoc/>
    public override string Kind => "just below";

    /// <inheritdoc/>
    public override ImmutableArray<string> Asks => [CaseQuestions.FirstFiring, CaseQuestions.Bad, CaseQuestions.Worst];

    /// <inheritdoc/>
    public override Course Course => new(
        [new(TimeSpan.Zero, levels.Healthy), new(Times.Start, level), .. levels.Exactly is { } exactly ? [new CourseStep(Threshold, exactly)] : (CourseStep[])[]],
        levels.Exactly is null ? Threshold : Threshold + Times.Stay);

    private TimeSpan Threshold => Times.Start + Times.Stay;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(CaseOutcome outcome)
    {
        if (outcome.Bad > 0)
        {
            yield return NotJudged($"the promised signal is bad just below the threshold, at {Text(outcome.Worst)}");
        }
        else if (outcome.FirstFiring is { } fired)
        {
            var (value, since) = fired >= Threshold && levels.Exactly is { } exactly ? (exactly, Threshold) : (level, Times.Start);
            yield return Wrong(
                BehaviourName.NotSilentJustBelow,
                $"expected silence with {SignalAt(value)}, found the alert firing {Seconds(fired, since)} after the signal came to that",
                Alert.Rule.ExprPosition);
        }
    }
}
