using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>
/// Nothing fires while all is well, nor just below the threshold; and the rule could have seen: its expression without the comparison
/// had a sample at every evaluation of the quiet phase. Declared alerts of others and the heartbeat may fire.
/// </summary>
public sealed class SilentStage : IStage
{
    /// <inheritdoc/>
    public StageName Name => StageName.Silent;

    /// <inheritdoc/>
    public StageResult Judge(CellEvidence evidence)
    {
        var phases = evidence.Phases;
        if (phases is not { QuietStart: { } start, QuietEnd: { } end })
        {
            return this.Inconclusive("the quiet phase was not completed");
        }

        var timeline = CellTimeline.Of(evidence);
        if (Fired(evidence, start, end, "while all was well").Concat(Blind(timeline, start, end)).ToArray() is { Length: > 0 } wrong)
        {
            return this.Fail(wrong);
        }

        return timeline.RuleSignal.Gap(start, end) is { } gap
            ? this.Inconclusive($"silent, but the rule's expression had no value at every evaluation of the quiet phase: {gap}")
            : new JustBelowJudge(this, timeline).Judge(start, end);
    }

    /// <summary>Alerts that fired between two instants and may not.</summary>
    internal static IEnumerable<Shortcoming> Fired(CellEvidence evidence, DateTimeOffset start, DateTimeOffset end, string when) =>
        from name in evidence.Alerts.Select(s => s.Label("alertname")).Distinct().Order(StringComparer.Ordinal)
        where name != NotificationLog.Heartbeat && !evidence.DeclaredAlerts.ContainsKey(name)
        let interval = CellTimeline.AlertOf(evidence, name).Firing.FirstOrDefault(i => i.Start <= end && i.LastSeen >= start)
        where interval is not null
        let after = Numbers.Seconds(evidence.Scale.Documented((interval.Start > start ? interval.Start : start) - start))
        select new Shortcoming(name, $"expected no alert {when}, found {name} firing {after} s (documented) into it")
        {
            AlsoKnownAs = name == evidence.Contract.Alert ? evidence.Contract.Signal.Metrics : [],
        };

    private static IEnumerable<Shortcoming> Blind(CellTimeline timeline, DateTimeOffset start, DateTimeOffset end)
    {
        var contract = timeline.Evidence.Contract;
        return timeline.RuleSignal.HasSamples(start, end) ? [] :
        [
            new Shortcoming(contract.Alert, $"expected the rule's expression to have a value at every evaluation, found none in the whole quiet phase: {Why(timeline, start, end)}, and the alert cannot see")
            {
                AlsoKnownAs = contract.Signal.Metrics,
                Absence = true,
            },
        ];
    }

    private static string Why(CellTimeline timeline, DateTimeOffset start, DateTimeOffset end)
    {
        var contract = timeline.Evidence.Contract;
        return timeline.ContractSignal.HasSamples(start, end)
            ? $"what the strategy measures is there{Metrics(contract)}, but the rule asks for something else"
            : $"its metric is not there{Metrics(contract)}";
    }

    private static string Metrics(AlertContract contract) =>
        contract.Signal.Metrics.IsEmpty ? "" : $" ({string.Join(", ", contract.Signal.Metrics)})";
}
