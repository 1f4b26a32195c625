using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>All is well: the rule is silent.</summary>
internal sealed class HealthyCase(SimulatedAlert alert, SignalLevels levels) : BehaviourCase(alert)
{
    /// <inheritdoc/>
    public override string Kind => "healthy";

    /// <inheritdoc/>
    public override ImmutableArray<string> Asks => [CaseQuestions.FirstFiring, CaseQuestions.Bad, CaseQuestions.Seen, CaseQuestions.Worst];

    /// <inheritdoc/>
    public override Course Course => new([new(TimeSpan.Zero, levels.Healthy)], Times.Start + Times.Stay);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(CaseOutcome outcome)
    {
        if (outcome.Bad > 0)
        {
            yield return NotJudged($"the promised signal is bad while all is well, at {Text(outcome.Worst)}");
        }
        else if (outcome.Seen == 0)
        {
            yield return NotJudged("the promised signal has no value");
        }
        else if (outcome.FirstFiring is { } fired)
        {
            yield return Wrong(
                BehaviourName.NotSilentWhenHealthy,
                $"expected silence with {SignalAt(levels.Healthy)} and nothing else wrong, found the alert firing {Seconds(fired, TimeSpan.Zero)} after the first evaluation",
                Alert.Rule.ExprPosition);
        }
    }
}
