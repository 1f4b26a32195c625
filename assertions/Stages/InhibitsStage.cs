using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>
/// While a promised inhibitor fires, Alertmanager itself reports the alert as inhibited by it, and nobody is told of the alert.
/// The inhibitor must have fired first; an absent message alone proves nothing. An inhibition that nobody promised fails.
/// </summary>
public sealed class InhibitsStage : IStage
{
    /// <inheritdoc/>
    public StageName Name => StageName.Inhibits;

    /// <inheritdoc/>
    public StageResult Judge(CellEvidence evidence)
    {
        var contract = evidence.Contract;
        if (Own(evidence).FirstOrDefault(a => InhibitorNames(evidence, a).Any(n => !contract.InhibitedBy.Contains(n))) is { } surprise)
        {
            return this.Fail(new Shortcoming(contract.Alert, $"expected {(contract.InhibitedBy.IsEmpty ? "no inhibition" : $"inhibition by {string.Join(", ", contract.InhibitedBy)} only")}, found the alert inhibited by {Inhibitors(evidence, surprise)}"));
        }

        if (contract.InhibitedBy.IsEmpty)
        {
            return this.NotApplicable("the strategy promises no inhibition of this alert");
        }

        var phase = CellTimeline.Of(evidence.Inhibition());
        var judged = contract.InhibitedBy.Select(source => By(phase, source)).ToArray();
        var result = judged.FirstOrDefault(r => r.Outcome == Outcome.Fail) ?? judged.FirstOrDefault(r => r.Outcome != Outcome.Pass) ?? judged[0];
        return result with { Evidence = [.. result.Evidence, .. evidence.InhibitionEvidence] };
    }

    /// <summary>Names of the alerts that inhibit one, or their fingerprints where Alertmanager did not show the alert itself.</summary>
    internal static string Inhibitors(CellEvidence evidence, ActiveAlert alert) => string.Join(", ", InhibitorNames(evidence, alert).DefaultIfEmpty("nothing that it names"));

    /// <summary>Names of the alerts that inhibit one, or their fingerprints.</summary>
    internal static IEnumerable<string> InhibitorNames(CellEvidence evidence, ActiveAlert alert) =>
        alert.InhibitedBy.Select(f => evidence.ActiveAlerts.FirstOrDefault(a => a.Fingerprint == f)?.Labels.GetValueOrDefault("alertname") ?? f).Distinct();

    private static IEnumerable<ActiveAlert> Own(CellEvidence evidence) => evidence.ActiveAlerts.Where(a => a.Labels.GetValueOrDefault("alertname") == evidence.Contract.Alert);

    private StageResult By(CellTimeline timeline, string source)
    {
        var (evidence, alert) = (timeline.Evidence, timeline.Evidence.Contract.Alert);
        if (evidence.Phases.InhibitionStart is null && timeline is { UnderTest: not null, Resolved: null })
        {
            return this.NotReached("the alert did not resolve after the fault, so that it could not be made to fire once more under its inhibitor");
        }

        var inhibitor = CellTimeline.AlertOf(evidence, source);
        var overlap = inhibitor.Firing
            .Select(s => (Source: s, Target: timeline.Alert.Firing.FirstOrDefault(t => (s.Ended is not { } e || t.Start < e) && (t.Ended is not { } f || s.Start < f))))
            .FirstOrDefault(o => o.Target is not null);
        if (overlap.Target is null)
        {
            return this.Inconclusive($"{source} and {alert} did not fire at the same time, so that the inhibition was not exercised");
        }

        if (overlap.Source.Start > overlap.Target.Start)
        {
            return this.Inconclusive($"{source} fired after {alert}: the inhibition of what was told already is not the promise");
        }

        var seen = Own(evidence).Where(a => a.SeenAt >= overlap.Target.Start && overlap.Source.Contains(a.SeenAt) && overlap.Target.Contains(a.SeenAt)).ToArray();
        var told = timeline.Own.FirstOrDefault(n => n.Status == Notifications.NotificationStatus.Firing && n.At >= overlap.Target.Start && overlap.Source.Contains(n.At));
        return told is not null
            ? this.Fail(new Shortcoming(alert, $"expected nobody to be told of {alert} while {source} fires, found message {told.Sequence} in {told.Channel}"))
            : seen.Length == 0 ? this.Inconclusive($"Alertmanager did not show {alert} while {source} fired; that no message came proves nothing")
            : seen.Any(a => InhibitorNames(evidence, a).Contains(source))
            ? this.Pass($"{source} fired first, Alertmanager reports {alert} inhibited by it, and nobody was told") with { RestsOnAbsence = true }
            : this.Fail(new Shortcoming(alert, $"expected Alertmanager to report {alert} inhibited by {source}, found it {string.Join(", ", seen.Select(a => a.State).Distinct())} with inhibitedBy empty"));
    }
}
