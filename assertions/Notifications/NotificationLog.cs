using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Notifications;

/// <summary>
/// Every message that a cell's receivers accepted, in order of arrival, each with a status.
/// A request that was answered with anything but 2xx was not delivered: Alertmanager sends it again.
/// </summary>
/// <remarks>
/// A message that does not say its status is told by its time: one that arrives at or after the evaluation at which the last firing series of its alert
/// was gone, and before the alert fires again, is the resolution, since Prometheus tells Alertmanager of it at that very evaluation and not before;
/// any other is about firing.
/// </remarks>
public static class NotificationLog
{
    /// <summary>The suite's own always-firing probe. Its messages prove that the observers see; no stage judges them.</summary>
    public const string Heartbeat = "PipelineHeartbeat";

    /// <summary>Reads the log of a cell.</summary>
    public static ImmutableArray<Notification> Of(CellEvidence evidence)
    {
        var known = KnownAlerts(evidence);
        var accepted = evidence.Requests.Where(r => r.StatusCode is >= 200 and < 300).OrderBy(r => r.ReceivedAt).ThenBy(r => r.Sequence);
        return [.. accepted.Select(r => Timed(NotificationParser.Parse(r, known) with { Cell = evidence.Cell }, evidence))];
    }

    /// <summary>Whether a message is the probe's.</summary>
    public static bool IsHeartbeat(Notification notification) => notification.Alerts.Contains(Heartbeat);

    private static HashSet<string> KnownAlerts(CellEvidence evidence) =>
    [
        evidence.Contract.Alert, Heartbeat,
        .. evidence.Contract.InhibitedBy,
        .. evidence.DeclaredAlerts.Keys,
        .. evidence.LoadedRules.Select(r => r.Name),
        .. evidence.Alerts.Select(s => s.Label("alertname")),
    ];

    private static Notification Timed(Notification notification, CellEvidence evidence)
    {
        var alert = notification.Alerts.Contains(evidence.Contract.Alert) ? evidence.Contract.Alert
            : notification.Alerts.FirstOrDefault(evidence.Contract.Alert);
        return Timed(notification, alert, CellTimeline.AlertOf(evidence, alert));
    }

    /// <summary>The message with a status: its own, else by the time of its arrival.</summary>
    internal static Notification Timed(Notification notification, string alert, AlertTimeline timeline)
    {
        if (notification.Status != NotificationStatus.Unknown)
        {
            return notification;
        }

        var firing = timeline.Firing;
        var ended = firing.LastOrDefault(i => i.Ended <= notification.At)?.Ended;
        var fires = firing.Any(i => i.Contains(notification.At));
        return ended is { } end && !fires
            ? notification with { Status = NotificationStatus.Resolved, StatusEvidence = FormattableString.Invariant($"arrived {(notification.At - end).TotalSeconds:0.###} s wall after {alert} had resolved, and did not fire") }
            : notification with { Status = NotificationStatus.Firing, StatusEvidence = $"arrived before {alert} had resolved" };
    }
}
