using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>
/// The second half of <see cref="SilentStage"/>: the scenario came close to the threshold, as measured in Prometheus, and nothing fired.
/// A scenario that did not come close, or went too far, proves nothing either way.
/// </summary>
internal sealed class JustBelowJudge(SilentStage stage, CellTimeline timeline)
{
    private readonly CellEvidence evidence = timeline.Evidence;

    public StageResult Judge(DateTimeOffset quietStart, DateTimeOffset quietEnd)
    {
        var quiet = $"silent for {Numbers.Seconds(timeline.Documented(quietStart, quietEnd))} s (documented) with a value at every evaluation";
        if (evidence.JustBelow is JustBelow.None none)
        {
            return Silent($"{quiet}; nothing just below: {none.Reason}", quietStart, quietEnd);
        }

        if (evidence.Phases is not { JustBelowStart: { } start, JustBelowEnd: { } end })
        {
            return stage.Inconclusive($"{quiet}, but the phase just below the threshold was not completed");
        }

        var signal = timeline.ContractSignal;
        if (signal.Gap(start, end) is { } gap)
        {
            return stage.Inconclusive($"{quiet}, but just below the threshold the promised signal had no value at every evaluation: {gap}");
        }

        var worst = signal.Worst(start, end);
        if (worst is null)
        {
            return stage.Inconclusive($"{quiet}, but just below the threshold the promised signal was NaN throughout");
        }

        // The way up to the level and the time down to the injection belong to it: what fires then is not the fault's doing either.
        var until = evidence.Phases.FaultInjected ?? end;
        var tooLong = signal.LongestBad(quietEnd, until) is { } bad && bad >= evidence.Scale.ToWall(evidence.Contract.For);
        var fired = SilentStage.Fired(evidence, quietEnd, until, "just below the threshold").ToArray();
        if (fired.Length > 0 && !(tooLong && fired.All(f => f.Subject == evidence.Contract.Alert)))
        {
            return stage.Fail(fired.Select(f => f with { Message = $"{f.Message} ({Figures(worst.Value)})" }));
        }

        if (evidence.JustBelow is JustBelow.Level && signal.StoodStillAt(quietStart, end) is { } value)
        {
            return Blind(value);
        }

        var (close, text) = JustBelowLevel.Of(timeline) is { } level ? (level.IsMet, $"{Figures(level.Worst)}, {level.Text}") : Brief(start, end);
        return close
            ? Silent($"{quiet}; silent too just below: {text}", quietStart, end)
            : stage.Inconclusive($"{quiet}, but the scenario did not come just below the threshold: {text}");
    }

    // The fault proved its effect at the faulted system itself, and what should show it did not move: not the scenario failed, but the signal.
    private StageResult Blind(double value)
    {
        var (contract, faulted) = (evidence.Contract, evidence.FaultEvidence.Where(e => e.StartsWith("just below: ", StringComparison.Ordinal)));
        var message = $"expected the promised signal to come near its threshold of {Numbers.Text(contract.Threshold)} when the faulted system did, found that it stood at {Numbers.Text(value)} {contract.Signal.Unit} the whole time: it does not show what it promises, and the alert cannot see";
        return stage.Fail(new Shortcoming(contract.Alert, message) { AlsoKnownAs = contract.Signal.Metrics, Absence = true }) with { Evidence = [.. faulted] };
    }

    private StageResult Silent(string detail, DateTimeOffset from, DateTimeOffset to) =>
        Observers.AlertsUnproven(evidence, from, to) is { } unproven
            ? stage.Inconclusive($"nothing was seen to fire, but {unproven}")
            : stage.Pass(detail) with { RestsOnAbsence = true };

    private (bool, string) Brief(DateTimeOffset start, DateTimeOffset end)
    {
        var promised = Numbers.Duration(evidence.Contract.For);
        if ((timeline.ContractSignal.LongestBad(start, end) ?? Pending(start, end)) is not { } bad)
        {
            return (false, $"the signal was wanted bad for less than {promised}, and was good at every evaluation");
        }

        var seconds = Numbers.Seconds(evidence.Scale.Documented(bad));
        var within = bad < evidence.Scale.ToWall(evidence.Contract.For);
        return (within, $"the signal was bad over {seconds} s (documented), {(within ? "less than" : "not less than")} for: {promised}");
    }

    // A scrape that began before the evaluation which saw the signal bad, and ended well after it, puts a good sample where the rule saw a bad one.
    private TimeSpan? Pending(DateTimeOffset start, DateTimeOffset end) =>
        timeline.Alert.Pending.Where(p => p.Start >= start && p.Start <= end).Select(p => (TimeSpan?)(p.LastSeen - p.Start)).Max();

    private string Figures(double worst) =>
        $"the promised signal came to {Numbers.Text(worst)} {evidence.Contract.Signal.Unit} of a threshold of {Numbers.Text(evidence.Contract.Threshold)}";
}
