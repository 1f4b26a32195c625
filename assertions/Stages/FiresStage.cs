using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>
/// The alert fires after the fault's effect, bounded on both sides: not before <c>for</c> has passed since the first bad evaluation of the promised signal,
/// and not later than the sum of the named allowances of <see cref="Budget.LatestFiring"/>.
/// </summary>
public sealed class FiresStage : IStage
{
    /// <inheritdoc/>
    public StageName Name => StageName.Fires;

    /// <inheritdoc/>
    public StageResult Judge(CellEvidence evidence)
    {
        if (evidence.Phases is not { FaultInjected: { } injected, FaultEffective: { } effect })
        {
            return this.Inconclusive(evidence.Phases.FaultInjected is null ? "no fault was injected" : "the fault took no effect that the faulted system itself showed");
        }

        var timeline = CellTimeline.Of(evidence);
        if (timeline.FiringBefore is { } before)
        {
            return this.Inconclusive($"the alert fired already {Numbers.Seconds(timeline.Documented(before.Start, injected))} s (documented) before the fault was injected; that it fires after it proves nothing");
        }

        var firstBad = timeline.ContractSignal.FirstBad(injected, evidence.Phases.FaultRemoved);
        var firstBadSeconds = firstBad is { } at ? timeline.Documented(effect, at) : (double?)null;
        var latest = Budget.LatestFiring(evidence.Contract, evidence.Scale, firstBadSeconds);
        return timeline.UnderTest is { } firing
            ? Fired(timeline, firing, effect, firstBad, latest)
            : NeverFired(timeline, injected, effect, firstBad, latest);
    }

    // The judgements of an alert that was late, or never came, hold only where the signal that it waits for did.
    private StageResult Late(CellTimeline timeline, Shortcoming shortcoming) =>
        Persistence.BeforeFiring(timeline) is { } broken ? this.Inconclusive(broken) : this.Fail(shortcoming);

    private StageResult Fired(CellTimeline timeline, AlertInterval firing, DateTimeOffset effect, DateTimeOffset? firstBad, Bound latest)
    {
        var measured = timeline.Documented(effect, firing.Start);
        var contract = timeline.Evidence.Contract;
        if (firstBad is not { } bad || bad > firing.Start)
        {
            return WithoutCause(timeline, firing, measured, latest);
        }

        var earliest = Budget.EarliestFiring(contract, timeline.Documented(effect, bad), Unseen(timeline, bad, firing.Start));
        var promise = $"expected firing within {Numbers.Seconds(earliest.Seconds)}–{Numbers.Seconds(latest.Seconds)} s (documented) after the effect";
        var found = $"found firing at {Numbers.Seconds(measured)} s";
        // Half of what a millisecond of Prometheus' timestamps is in documented time, so that rounding is neither early nor late.
        var rounding = timeline.Evidence.Scale.Documented(CellTimeline.Coincidence) / 2;
        var result = measured < earliest.Seconds - rounding ? this.Fail(new Shortcoming(contract.Alert, $"{promise}, {found}: too early. {Rule(timeline)}"))
            : measured > latest.Seconds + rounding ? Late(timeline, new Shortcoming(contract.Alert, $"{promise}, {found}: too late. {Rule(timeline)}"))
            : this.Pass($"fired {Numbers.Seconds(measured)} s (documented) after the effect, allowed {Numbers.Seconds(earliest.Seconds)}–{Numbers.Seconds(latest.Seconds)} s");
        return result with
        {
            MeasuredSeconds = measured,
            EarliestSeconds = earliest.Seconds,
            LatestSeconds = latest.Seconds,
            Evidence = [$"earliest: {earliest}", $"latest: {latest}", .. timeline.Evidence.FaultEvidence, .. Others(timeline)],
        };
    }

    private StageResult WithoutCause(CellTimeline timeline, AlertInterval firing, double measured, Bound latest)
    {
        var (contract, phases) = (timeline.Evidence.Contract, timeline.Evidence.Phases);
        if (timeline.ContractSignal.Worst(phases.FaultInjected!.Value, firing.Start) is not { } worst)
        {
            return this.Inconclusive($"fired {Numbers.Seconds(measured)} s (documented) after the effect, but the promised signal has no sample that would tell whether that is too early");
        }

        var message = $"expected firing only once the promised signal is {Comparison.Of(contract.Comparator)} {Numbers.Text(contract.Threshold)} {contract.Signal.Unit}, found firing at {Numbers.Seconds(measured)} s (documented) when it had come to {Numbers.Text(worst)}. {Rule(timeline)}";
        return this.Fail(new Shortcoming(contract.Alert, message) { AlsoKnownAs = contract.Signal.Metrics }) with { MeasuredSeconds = measured, LatestSeconds = latest.Seconds };
    }

    private StageResult NeverFired(CellTimeline timeline, DateTimeOffset injected, DateTimeOffset effect, DateTimeOffset? firstBad, Bound latest)
    {
        var contract = timeline.Evidence.Contract;
        var until = timeline.EffectObservedUntil;
        var observed = timeline.Documented(effect, until);
        var evidence = (string[])[$"latest: {latest}", .. timeline.Evidence.FaultEvidence, .. Others(timeline)];
        if (observed < latest.Seconds)
        {
            return this.Inconclusive($"no firing, but the effect was observed for {Numbers.Seconds(observed)} s (documented) of {Numbers.Seconds(latest.Seconds)} s only") with { LatestSeconds = latest.Seconds, Evidence = [.. evidence] };
        }

        if (Observers.AlertsUnproven(timeline.Evidence, injected, until) is { } unproven)
        {
            return this.Inconclusive($"no firing was seen, but {unproven}") with { LatestSeconds = latest.Seconds, Evidence = [.. evidence] };
        }

        var earliest = firstBad is { } bad ? Budget.EarliestFiring(contract, timeline.Documented(effect, bad)).Seconds : contract.For.TotalSeconds;
        var pending = timeline.Alert.Pending.FirstOrDefault(i => i.LastSeen >= injected) is { } p ? $"pending at {Numbers.Seconds(timeline.Documented(effect, p.Start))} s and no firing" : "neither pending nor firing";
        var message = $"expected firing within {Numbers.Seconds(earliest)}–{Numbers.Seconds(latest.Seconds)} s (documented) after the effect, found {pending} until {Numbers.Seconds(observed)} s; {Seen(timeline, injected, until)}. {Rule(timeline)}";
        return Late(timeline, new Shortcoming(contract.Alert, message) { AlsoKnownAs = contract.Signal.Metrics, Absence = true }) with
        {
            EarliestSeconds = earliest,
            LatestSeconds = latest.Seconds,
            Evidence = [.. evidence],
        };
    }

    private static double Unseen(CellTimeline timeline, DateTimeOffset firstBad, DateTimeOffset firing)
    {
        var off = TimeSpan.FromTicks((firing - firstBad).Ticks % timeline.Interval.Ticks);
        var coincide = off <= CellTimeline.Coincidence || timeline.Interval - off <= CellTimeline.Coincidence;
        return coincide || timeline.ContractSignal.LastGoodBefore(firstBad) is not { } good ? 0
            : Math.Min(timeline.Documented(good, firstBad), timeline.Evidence.Scale.Documented(timeline.Interval));
    }

    private static string Seen(CellTimeline timeline, DateTimeOffset from, DateTimeOffset to)
    {
        var contract = timeline.Evidence.Contract;
        var promised = timeline.ContractSignal.Worst(from, to) is { } p ? $"the promised signal came to {Numbers.Text(p)} {contract.Signal.Unit} (bad is {Comparison.Of(contract.Comparator)} {Numbers.Text(contract.Threshold)})" : "the promised signal has no sample";
        return timeline.RuleSignal.Worst(from, to) is { } r ? $"{promised}, the rule's expression to {Numbers.Text(r)}" : $"{promised}, the rule's expression has no value";
    }

    private static string Rule(CellTimeline timeline)
    {
        var contract = timeline.Evidence.Contract;
        return timeline.Evidence.LoadedRules.FirstOrDefault(r => r.Name == contract.Alert) is { } rule
            ? $"The rule says for: {Numbers.Duration(timeline.Evidence.Scale.ToDocumented(rule.For))} and {string.Join(" and ", RuleText.Comparisons(rule.Query).Select(c => $"{c.Operator} {c.Text}"))}, the strategy {Numbers.Duration(contract.For)} and {Comparison.Of(contract.Comparator)} {Numbers.Text(contract.Threshold)}"
            : "The rule is not loaded";
    }

    // Alerts of others are no judgement on this one, but who reads the result wants to know.
    private static IEnumerable<string> Others(CellTimeline timeline) =>
        from name in timeline.Evidence.Alerts.Where(s => s.Label("alertstate") == "firing").Select(s => s.Label("alertname")).Distinct().Order(StringComparer.Ordinal)
        where name != timeline.Evidence.Contract.Alert && name != NotificationLog.Heartbeat
        select $"also fired: {name} ({timeline.Evidence.DeclaredAlerts.GetValueOrDefault(name, "not declared by the scenario")})";
}
