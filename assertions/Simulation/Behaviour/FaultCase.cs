using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Simulation.Behaviour;

/// <summary>
/// The signal goes just beyond the threshold, then further, then all is well again. The rule fires exactly at <c>for</c> after the first evaluation
/// at which the signal is bad, for what is wrong and nothing else, with labels and annotations as promised; it fires as long as the signal is bad, and
/// resolves at the first evaluation at which it is good.
/// </summary>
internal sealed class FaultCase(SimulatedAlert alert, SignalLevels levels) : BehaviourCase(alert)
{
    /// <inheritdoc/>
    public override string Kind => "fault";

    /// <inheritdoc/>
    public override ImmutableArray<string> Asks =>
        [CaseQuestions.FirstFiring, CaseQuestions.LastFiring, CaseQuestions.Firing, CaseQuestions.Pending, CaseQuestions.FirstBad, CaseQuestions.LastBad, CaseQuestions.Worst];

    /// <inheritdoc/>
    public override Course Course => new(
        [new(TimeSpan.Zero, levels.Healthy), new(Times.Start, levels.JustAbove), new(Told + Times.Evaluation, levels.Higher), new(Gone, levels.Healthy)],
        Gone + Times.Window + (4 * Times.Evaluation));

    /// <inheritdoc/>
    public override ImmutableArray<TimeSpan> AlertsAt => [Told, ToldAgain];

    private TimeSpan Told => Times.Start + Times.Stay;

    private TimeSpan ToldAgain => Told + (3 * Times.Evaluation);

    private TimeSpan Gone => ToldAgain + Times.Evaluation;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(CaseOutcome outcome) => outcome is { FirstBad: { } bad, LastBad: { } last } && last < Course.End
        ? [.. Fires(outcome, bad), .. Resolves(outcome, last), .. AlertText.Judge(Alert, outcome.AlertsAt(Told), levels.Higher.Equals(levels.JustAbove) ? [] : outcome.AlertsAt(ToldAgain), Wrong)]
        : [NotJudged($"the promised signal is not bad beyond the threshold, or stays bad, at {Text(outcome.Worst)}")];

    private IEnumerable<Finding> Fires(CaseOutcome outcome, TimeSpan bad)
    {
        var due = bad + Times.For;
        var expected = $"expected the alert to fire {Seconds(due, bad)} after the first evaluation at which the promised signal is bad, with {SignalAt(levels.JustAbove)}";
        if (outcome.FirstFiring is not { } fired)
        {
            yield return Wrong(
                BehaviourName.NeverFires,
                $"{expected}, found it {(outcome.Pending > 0 ? "pending, and not firing," : "neither pending nor firing")} within {Seconds(Gone, bad)}",
                Alert.Rule.ExprPosition);
        }
        else if (fired > Told)
        {
            yield return Wrong(
                BehaviourName.NeverFires,
                $"{expected}, found it silent for {Seconds(Told, bad)}, and firing only with {SignalAt(levels.Higher)}",
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

    private IEnumerable<Finding> Resolves(CaseOutcome outcome, TimeSpan bad)
    {
        // A rule of which nothing is promised may hold on to an alert, as it says itself.
        if (outcome is not { FirstFiring: { } first, LastFiring: { } last } || (Alert.IsDerived && Alert.Rule.KeepFiringFor > TimeSpan.Zero))
        {
            yield break;
        }

        var evaluations = Math.Round((last - first) / Times.Evaluation) + 1;
        if (last > bad)
        {
            yield return Wrong(
                BehaviourName.NotResolved,
                $"expected the alert to resolve {Seconds(bad + Times.Evaluation, Gone)} after the fault, at the first evaluation at which the promised signal is good, found it firing {(last >= Course.End ? "to the end," : "until")} {Seconds(last, Gone)} after it");
        }
        else if (last < bad)
        {
            yield return Wrong(
                BehaviourName.ResolvesEarly,
                $"expected the alert to fire as long as the promised signal is bad, until {Seconds(bad, Gone)} after the fault, found it resolved at {Seconds(last + Times.Evaluation, Gone)}");
        }
        else if (outcome.Firing < evaluations)
        {
            yield return Wrong(BehaviourName.ResolvesEarly, $"expected the alert to fire without a break while the promised signal is bad, found it at {outcome.Firing} of {evaluations} evaluations");
        }
    }
}
