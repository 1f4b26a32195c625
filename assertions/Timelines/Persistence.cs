namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>
/// Whether the promised signal stayed bad while the fault was there. Prometheus begins <c>for</c> anew whenever a condition is false for one evaluation, so an
/// alert that is late after a signal that came and went is late for the fault's sake, and so it is with one that clears. Neither says anything about the rule.
/// The same is true where samples came too late for an evaluation (<see cref="LateSamples"/>): it saw no bad signal.
/// </summary>
public static class Persistence
{
    private const int MostTold = 3;

    /// <summary>Says how the signal broke off, before the alert fired or after; null when it did not.</summary>
    /// <param name="evidence">A cell's evidence.</param>
    public static string? Broken(CellEvidence evidence)
    {
        var timeline = CellTimeline.Of(evidence);
        return BeforeFiring(timeline) ?? WhileFiring(timeline);
    }

    /// <summary>Says how the signal broke off so that the alert was late.</summary>
    /// <param name="timeline">What happened in a cell.</param>
    /// <returns>
    /// What happened, in documented seconds after the effect. Null when the alert fired in time, when it was not watched for long enough to tell, when the signal
    /// was never bad, and when it was bad for so long without a break that the alert had to fire.
    /// </returns>
    public static string? BeforeFiring(CellTimeline timeline)
    {
        var evidence = timeline.Evidence;
        if (evidence.Phases is not { FaultInjected: { } injected, FaultEffective: { } effect })
        {
            return null;
        }

        var until = timeline.UnderTest?.Start ?? timeline.EffectObservedUntil;
        var (watched, interval, rounding) = (timeline.Documented(effect, until), evidence.Scale.Documented(timeline.Interval), evidence.Scale.Documented(CellTimeline.Coincidence));
        if (timeline.ContractSignal.FirstBad(injected, until) is not { } first)
        {
            return null;
        }

        var latest = Budget.LatestFiring(evidence.Contract, evidence.Scale, timeline.Documented(effect, first)).Seconds;
        if (watched <= latest + rounding)
        {
            return null;
        }

        var late = LateSamples.Evaluations(evidence, first, until);
        var stretches = timeline.ContractSignal.BadStretches(injected, until, late)
            .Select(s => new Stretch(timeline.Documented(effect, s.Start), timeline.Documented(effect, s.Last), s.Start == first ? latest : LatestAgain(s.Start)))
            .ToArray();
        // The last evaluation at which the alert could have fired has been, and was bad.
        return stretches.Any(s => s.Latest + rounding < watched && s.Last + interval > s.Latest + rounding) ? null : Told(stretches, latest, late.Count);

        // The ramp is granted once: what begins again has no effect to wait for, and what follows on a late sample no evaluation.
        double LatestAgain(DateTimeOffset bad)
        {
            var seconds = timeline.Documented(effect, bad);
            var isPending = late.Any(l => (bad - timeline.Interval - l).Duration() <= CellTimeline.Coincidence);
            return (isPending ? Budget.FiringOncePending(evidence.Contract, seconds) : Budget.LatestFiringAgain(evidence.Contract, evidence.Scale, seconds)).Seconds;
        }
    }

    /// <summary>Says how the signal broke off so that the alert cleared before the roll-back.</summary>
    /// <param name="timeline">What happened in a cell.</param>
    /// <returns>What happened, in documented seconds after the alert fired. Null when it did not clear, and when the series that were bad vanished, were bad still or had never been.</returns>
    public static string? WhileFiring(CellTimeline timeline)
    {
        if (timeline.Evidence.Phases.FaultInjected is not { } injected || timeline.ClearedEarly is not { Ended: { } ended } cleared || timeline.ContractSignal.FirstBad(injected, ended) is null)
        {
            return null;
        }

        return timeline.ContractSignal.StateAt(injected, ended) is { Vanished.IsEmpty: true, Bad.IsEmpty: true, Good: > 0 }
            ? $"the alert cleared {Numbers.Seconds(timeline.Documented(cleared.Start, ended))} s (documented) after it fired and before the roll-back, when the promised signal was good: the fault did not hold, and that it cleared proves nothing"
            : null;
    }

    private static string Told(Stretch[] stretches, double latest, int late)
    {
        var told = string.Join(", ", stretches.Take(MostTold).Select(s => $"from {Numbers.Seconds(s.Start)} to {Numbers.Seconds(s.Last)} s"));
        var more = stretches.Length > MostTold ? $" and {stretches.Length - MostTold} times more" : "";
        var why = late == 0 ? "the fault did not hold" : $"samples came too late for {late} evaluation{(late == 1 ? "" : "s")}, while a scrape was under way";
        return $"the promised signal did not stay bad until the alert had to fire, {Numbers.Seconds(latest)} s (documented) after the effect, but was bad {told}{more}: {why}, and a late alert proves nothing";
    }

    /// <summary>Consecutive bad steps, and when the alert had to fire if they went on; documented seconds after the effect.</summary>
    private sealed record Stretch(double Start, double Last, double Latest);
}
