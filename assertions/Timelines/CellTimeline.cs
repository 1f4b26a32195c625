using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Notifications;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>What happened in a cell, read out of its evidence once, for the stages and for a runner that waits. Works on partial evidence.</summary>
public sealed class CellTimeline
{
    /// <summary>Steps of a query and evaluations coincide when they are no further apart than this, wall time: Prometheus' timestamps are whole milliseconds.</summary>
    public static readonly TimeSpan Coincidence = TimeSpan.FromMilliseconds(2);

    private CellTimeline(CellEvidence evidence)
    {
        Evidence = evidence;
        Interval = IntervalOf(evidence, evidence.Contract.Alert);
        Alert = AlertOf(evidence, evidence.Contract.Alert);
        ContractSignal = new SignalTimeline(evidence.ContractSignal, evidence.Contract.Comparator, evidence.Contract.Threshold, Interval);
        RuleSignal = new SignalTimeline(evidence.RuleSignal, evidence.Contract.Comparator, evidence.Contract.Threshold, Interval);
        Notifications = NotificationLog.Of(evidence);
        if (evidence.Phases.FaultInjected is { } injected)
        {
            UnderTest = Alert.Firing.FirstOrDefault(i => i.Start >= injected);
            FiringBefore = Alert.Firing.FirstOrDefault(i => i.Start < injected && i.Contains(injected));
        }

        Own = [.. Notifications.Where(IsOwn)];
    }

    /// <summary>What it was read from.</summary>
    public CellEvidence Evidence { get; }

    /// <summary>Evaluation interval of the alert's group as loaded, or as promised when it is not loaded; wall time.</summary>
    public TimeSpan Interval { get; }

    /// <summary>When the alert under test was pending and firing.</summary>
    public AlertTimeline Alert { get; }

    /// <summary>The contract's signal.</summary>
    public SignalTimeline ContractSignal { get; }

    /// <summary>The rule's own signal; its good and bad side are the contract's.</summary>
    public SignalTimeline RuleSignal { get; }

    /// <summary>All messages, the heartbeat's included.</summary>
    public ImmutableArray<Notification> Notifications { get; }

    /// <summary>Messages about the alert under test.</summary>
    public ImmutableArray<Notification> Own { get; }

    /// <summary>The first time that the alert fired after the fault was injected; null when it did not, or fired already.</summary>
    public AlertInterval? UnderTest { get; }

    /// <summary>The firing that went on when the fault was injected; null when the alert did not fire then.</summary>
    public AlertInterval? FiringBefore { get; }

    /// <summary>The first firing since the injection that ended before the fault was rolled back; null when there is none.</summary>
    public AlertInterval? ClearedEarly => UnderTest is { } firing && Evidence.Phases.FaultRemoved is { } removed
        ? Alert.Firing.FirstOrDefault(i => i.Start >= firing.Start && i.Ended <= removed) : null;

    /// <summary>The evaluation at which the alert had resolved for good: the end of its last firing; null while it fires or when it did not fire after the injection.</summary>
    public DateTimeOffset? Resolved => UnderTest is null ? null : Alert.Firing[^1].Ended;

    /// <summary>First delivery per channel since the firing under test, of messages that it fires, in the order of the promise; empty when it did not.</summary>
    public ImmutableArray<Notification> Deliveries => UnderTest is { } firing
        ? [.. FirstPerChannel(Own.Where(n => n.Status == NotificationStatus.Firing && n.At >= firing.Start))] : [];

    /// <summary>First delivery of the resolution per channel, in the order of the promise; empty while it has not resolved.</summary>
    public ImmutableArray<Notification> ResolutionDeliveries => Resolved is { } resolved
        ? [.. FirstPerChannel(Own.Where(n => n.Status == NotificationStatus.Resolved && n.At >= resolved))] : [];

    /// <summary>The last instant observed: the end, or the last sample of anything when no end is set.</summary>
    public DateTimeOffset ObservedUntil => Evidence.Phases.End
        ?? Evidence.Alerts.Concat(Evidence.ContractSignal).SelectMany(s => s.Samples).Select(s => s.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();

    /// <summary>The last instant at which the effect was observed. It is over with the roll-back: what was not seen by then was seen by nobody.</summary>
    public DateTimeOffset EffectObservedUntil => Evidence.Phases.FaultRemoved is { } removed && removed < ObservedUntil ? removed : ObservedUntil;

    /// <summary>Reads a cell's evidence.</summary>
    public static CellTimeline Of(CellEvidence evidence) => new(evidence);

    /// <summary>Documented seconds between two instants.</summary>
    public double Documented(DateTimeOffset from, DateTimeOffset to) => Evidence.Scale.Documented(to - from);

    /// <summary>Name of the promised receiver behind a channel; the channel itself when nothing is promised there.</summary>
    public string ReceiverOf(Channel channel) => Evidence.Contract.Receivers.FirstOrDefault(r => r.Channel == channel)?.Name ?? channel.ToString();

    /// <summary>Where the contract promises a channel; what nobody promised comes last. Which of two messages arrives first differs from run to run.</summary>
    internal int PlaceOf(Channel channel) =>
        Evidence.Contract.Receivers.Select(r => r.Channel).ToList().IndexOf(channel) is >= 0 and var place ? place : int.MaxValue;

    internal static AlertTimeline AlertOf(CellEvidence evidence, string alert) =>
        AlertTimeline.Of(alert, evidence.Alerts, IntervalOf(evidence, alert), evidence.Phases.End);

    internal static TimeSpan IntervalOf(CellEvidence evidence, string alert) =>
        evidence.LoadedRules.FirstOrDefault(r => r.Name == alert)?.Interval ?? evidence.Scale.ToWall(evidence.Contract.EvaluationInterval);

    private IEnumerable<Notification> FirstPerChannel(IEnumerable<Notification> notifications) =>
        notifications.GroupBy(n => n.Channel).Select(g => g.First()).OrderBy(n => PlaceOf(n.Channel)).ThenBy(n => n.At).ThenBy(n => n.Sequence);

    // A message that names no alert is the tested alert's unless another alert was there to cause it.
    private bool IsOwn(Notification notification) => !NotificationLog.IsHeartbeat(notification)
        && (notification.Alerts.Contains(Evidence.Contract.Alert)
            || (notification.Alerts.IsEmpty && UnderTest is { } firing && notification.At >= firing.Start && !Evidence.Alerts.Any(IsForeignFiring)));

    private bool IsForeignFiring(Environments.Monitoring.Observation.Series series) =>
        series.Label("alertstate") == "firing" && series.Label("alertname") is var name && name != Evidence.Contract.Alert && name != NotificationLog.Heartbeat;
}
