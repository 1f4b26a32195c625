using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>
/// The alert resolves in time once the effect is gone, because the series that were bad are there and good.
/// An alert whose series vanished has "resolved" too, and so has one that clears while the fault holds: both fail.
/// </summary>
public sealed class ResolvesStage : IStage
{
    /// <inheritdoc/>
    public StageName Name => StageName.Resolves;

    /// <inheritdoc/>
    public StageResult Judge(CellEvidence evidence)
    {
        var timeline = CellTimeline.Of(evidence);
        if (timeline.UnderTest is not { } firing)
        {
            return this.NotReached("the alert did not fire after the fault");
        }

        if (Persistence.WhileFiring(timeline) is { } broken)
        {
            return this.Inconclusive(broken);
        }

        if (ClearedEarly(timeline) is { } early)
        {
            return this.Fail(early);
        }

        if (evidence.Phases.FaultGone is not { } gone)
        {
            return this.Inconclusive("the faulted system itself did not show that the effect was gone");
        }

        var bound = Budget.Resolution(evidence.Contract, evidence.Scale);
        var result = timeline.Resolved is { } resolved ? Resolved(timeline, firing, gone, resolved, bound) : StillFiring(timeline, gone, bound);
        return result with { LatestSeconds = bound.Seconds, Evidence = [$"latest: {bound}", .. result.Evidence] };
    }

    private static Shortcoming? ClearedEarly(CellTimeline timeline)
    {
        var contract = timeline.Evidence.Contract;
        if (timeline.ClearedEarly is not { Ended: { } ended } cleared)
        {
            return null;
        }

        var after = Numbers.Seconds(timeline.Documented(cleared.Start, ended));
        var (vanished, _, good) = timeline.ContractSignal.StateAt(timeline.Evidence.Phases.FaultInjected!.Value, ended);
        var why = vanished.Length > 0 ? $"its series vanished: {string.Join(", ", vanished)}" : good > 0 ? "the promised signal was not bad" : "the promised signal was still bad";
        return new Shortcoming(contract.Alert, $"expected the alert to fire for as long as the fault holds, found it cleared {after} s (documented) after it fired and before the roll-back; {why}") { AlsoKnownAs = contract.Signal.Metrics };
    }

    private StageResult Resolved(CellTimeline timeline, AlertInterval firing, DateTimeOffset gone, DateTimeOffset resolved, Bound bound)
    {
        var contract = timeline.Evidence.Contract;
        var seconds = timeline.Documented(gone, resolved);
        var (vanished, bad, good) = timeline.ContractSignal.StateAt(timeline.Evidence.Phases.FaultInjected ?? firing.Start, resolved);
        var result = Judge(contract, timeline, resolved, seconds, bound, vanished, bad, good);
        return result with { MeasuredSeconds = seconds };
    }

    private StageResult Judge(AlertContract contract, CellTimeline timeline, DateTimeOffset resolved, double seconds, Bound bound, IReadOnlyCollection<string> vanished, IReadOnlyCollection<string> bad, int good)
    {
        if (vanished.Count > 0)
        {
            var message = $"expected the series that were bad to be there and good, found that the alert cleared {When(seconds)} because they vanished: {string.Join(", ", vanished)}";
            return this.Fail(new Shortcoming(contract.Alert, message) { AlsoKnownAs = contract.Signal.Metrics, Absence = true });
        }

        if (bad.Count > 0)
        {
            return this.Fail(new Shortcoming(contract.Alert, $"expected the promised signal to be good when the alert resolved, found {string.Join(", ", bad)}") { AlsoKnownAs = contract.Signal.Metrics });
        }

        if (good == 0)
        {
            return this.Inconclusive("the alert cleared, but the promised signal has no sample that would tell whether all is well");
        }

        if (seconds > bound.Seconds + timeline.Evidence.Scale.Documented(TimeSpan.FromMilliseconds(1)))
        {
            return this.Fail(new Shortcoming(contract.Alert, $"expected the alert to resolve within {Numbers.Seconds(bound.Seconds)} s (documented) after the effect was gone, found {Numbers.Seconds(seconds)} s"));
        }

        return Observers.AlertsUnproven(timeline.Evidence, timeline.UnderTest!.Start, resolved) is { } unproven
            ? this.Inconclusive($"the alert was seen to clear, but {unproven}")
            : this.Pass($"resolved {When(seconds)}, allowed {Numbers.Seconds(bound.Seconds)} s, with {good} series present and good") with { RestsOnAbsence = true };
    }

    // The system's own sign that all is well may come after the scrape that shows it.
    private static string When(double seconds) =>
        seconds < 0 ? $"{Numbers.Seconds(-seconds)} s (documented) before the effect was seen to be gone" : $"{Numbers.Seconds(seconds)} s (documented) after the effect was gone";

    private StageResult StillFiring(CellTimeline timeline, DateTimeOffset gone, Bound bound)
    {
        var contract = timeline.Evidence.Contract;
        var observed = timeline.Documented(gone, timeline.ObservedUntil);
        if (observed < bound.Seconds)
        {
            return this.Inconclusive($"the alert still fires, but was observed for {Numbers.Seconds(observed)} s (documented) of {Numbers.Seconds(bound.Seconds)} s only");
        }

        var value = timeline.ContractSignal.Worst(timeline.ObservedUntil - timeline.Interval * 2, timeline.ObservedUntil) is { } v ? $"; the promised signal is {Numbers.Text(v)} {contract.Signal.Unit}" : "";
        return this.Fail(new Shortcoming(contract.Alert, $"expected the alert to resolve within {Numbers.Seconds(bound.Seconds)} s (documented) after the effect was gone, found it firing until {Numbers.Seconds(observed)} s{value}"));
    }
}
