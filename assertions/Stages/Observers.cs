using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>
/// Proof that an observer would have seen what it did not see: the pipeline heartbeat, an alert that always fires, is the known thing that must be there.
/// Without it an absence proves nothing.
/// </summary>
internal static class Observers
{
    /// <summary>Why the absence of <c>ALERTS</c> samples between two instants proves nothing; null when it does prove.</summary>
    public static string? AlertsUnproven(CellEvidence evidence, DateTimeOffset from, DateTimeOffset to)
    {
        var at = evidence.Alerts
            .Where(s => s.Label("alertname") == NotificationLog.Heartbeat && s.Label("alertstate") == "firing")
            .SelectMany(s => s.Samples).Select(s => s.At).Distinct().Order().ToImmutableArray();
        return at.IsEmpty
            ? $"ALERTS has no sample of {NotificationLog.Heartbeat}, so that an alert could have gone unseen"
            : SampleGaps.Find(at, from, to, CellTimeline.IntervalOf(evidence, NotificationLog.Heartbeat)) is { } gap
                ? $"ALERTS of {NotificationLog.Heartbeat} has a gap ({gap}), so that an alert could have gone unseen" : null;
    }

    /// <summary>Why the absence of a message proves nothing; null when it does prove: some message got through.</summary>
    public static string? MessagesUnproven(CellTimeline timeline) => timeline.Notifications.IsEmpty
        ? $"no message at all was received, not even {NotificationLog.Heartbeat}'s, so that the receivers' stand-in is not proven to see" : null;
}
