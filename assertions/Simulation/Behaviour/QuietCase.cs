using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>All is well; then the signal comes close to the threshold, and where that can be told it stays on it. The rule is silent.</summary>
internal sealed class QuietCase(SimulatedAlert alert, SignalLevels levels) : BehaviourCase(alert)
{
    /// <inheritdoc/>
    public override string Kind => "quiet";

    /// <inheritdoc/>
    public override ImmutableArray<string> Asks => [CaseQuestions.FirstFiring, CaseQuestions.Bad, CaseQuestions.Seen, CaseQuestions.Worst];

    /// <inheritdoc/>
    public override Course Course
    {
        get
        {
            var stays = Stays().ToList();
            return new([.. stays.Select((s, i) => new CourseStep(i == 0 ? TimeSpan.Zero : s.From, s.Value))], stays[^1].From + Times.Stay);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(CaseOutcome outcome)
    {
        if (outcome.Seen == 0)
        {
            yield return NotJudged("the promised signal has no value");
        }
        else if (outcome.Bad > 0)
        {
            yield return NotJudged($"the promised signal is bad on the good side of the threshold, at {Text(outcome.Worst)}");
        }
        else if (outcome.FirstFiring is { } fired)
        {
            var (from, value, check) = Stays().Last(s => s.From <= fired || s.From == Times.Start);
            yield return Wrong(
                check,
                $"expected silence with {SignalAt(value)}{(check == BehaviourName.NotSilentWhenHealthy ? " and nothing else wrong" : "")}, found the alert firing {Seconds(fired, from)} after the signal came to that",
                Alert.Rule.ExprPosition);
        }
    }

    // At each level the rule has the time to fire that it has when it is to fire.
    private IEnumerable<(TimeSpan From, double Value, string Check)> Stays()
    {
        yield return (Times.Start, levels.Healthy, BehaviourName.NotSilentWhenHealthy);
        if (levels.JustBelow is { } below)
        {
            yield return (Times.Start + Times.Stay, below, BehaviourName.NotSilentJustBelow);
        }

        if (levels.Exactly is { } exactly)
        {
            yield return (Times.Start + (2 * Times.Stay), exactly, BehaviourName.NotSilentJustBelow);
        }
    }
}
