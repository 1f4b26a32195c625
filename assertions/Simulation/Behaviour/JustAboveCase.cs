using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>
/// The signal goes just beyond the threshold, then further: the rule fires exactly at <c>for</c> after the first evaluation at which the signal is
/// bad, for what is wrong and nothing else, with labels and annotations as promised.
/// </summary>
internal sealed class JustAboveCase(SimulatedAlert alert, SignalLevels levels) : BehaviourCase(alert)
{
    /// <inheritdoc/>
    public override string Kind => "just above";

    /// <inheritdoc/>
    public override ImmutableArray<string> Asks => [CaseQuestions.FirstFiring, CaseQuestions.Pending, CaseQuestions.FirstBad, CaseQuestions.Worst];

    /// <inheritdoc/>
    public override Course Course => new([new(TimeSpan.Zero, levels.Healthy), new(Times.Start, levels.JustAbove), new(Told + Times.Evaluation, levels.Higher)], ToldAgain);

    /// <inheritdoc/>
    public override ImmutableArray<TimeSpan> AlertsAt => [Told, ToldAgain];

    private TimeSpan Told => Times.Start + Times.Stay;

    private TimeSpan ToldAgain => Told + (3 * Times.Evaluation);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(CaseOutcome outcome)
    {
        if (outcome.FirstBad is not { } bad)
        {
            return [NotJudged($"the promised signal is not bad just above the threshold, at {Text(outcome.Worst)}")];
        }

        return [.. When(outcome, bad), .. AlertText.Judge(Alert, outcome.AlertsAt(Told), outcome.AlertsAt(ToldAgain), Wrong)];
    }

    private IEnumerable<Finding> When(CaseOutcome outcome, TimeSpan bad)
    {
        var due = bad + Times.For;
        var expected = $"expected the alert to fire {Seconds(due, bad)} after the first evaluation at which the promised signal is bad, with {SignalAt(levels.JustAbove)}";
        if (outcome.FirstFiring is not { } fired)
        {
            yield return Wrong(
                BehaviourName.NeverFires,
                $"{expected}, found it {(outcome.Pending > 0 ? "pending, and not firing," : "neither pending nor firing")} within {Seconds(ToldAgain, bad)}",
                Alert.Rule.ExprPosition);
        }
        else if (fired != due)
        {
            yield return Wrong(
                fired < due ? BehaviourName.FiresEarly : BehaviourName.FiresLate,
                $"{expected}, found it firing {(fired < bad ? $"{Seconds(bad, fired)} before that evaluation" : $"{Seconds(fired, bad)} after it")}");
        }

        if (outcome.AlertsAt(Told) is { Length: > 1 } many)
        {
            yield return Wrong(
                BehaviourName.FiresForOthers,
                $"expected one alert with the promised signal bad on one series, found {many.Length}: {string.Join(" and ", many.Select(a => AlertText.Differing(a, many)))}",
                Alert.Rule.ExprPosition);
        }
    }
}
