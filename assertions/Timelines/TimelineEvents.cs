using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>Something that happened to the alert under test.</summary>
/// <param name="Event">fault-injected, fault-effective, pending, firing, delivered, fault-removed, fault-gone, resolved, resolution-delivered, inhibition-started or inhibition-ended.</param>
/// <param name="At">When, wall time.</param>
/// <param name="DocumentedSeconds">Documented seconds since the fault's effect; since its injection when no effect was seen.</param>
/// <param name="Receiver">Receiver of a delivery; null when the promise names none for its channel, or for other events.</param>
/// <param name="Channel">Channel of a delivery; null for other events.</param>
public sealed record TimelineEvent(string Event, DateTimeOffset At, double DocumentedSeconds, string? Receiver = null, string? Channel = null);

/// <summary>Tells a cell's evidence as a sequence of events.</summary>
public static class TimelineEvents
{
    /// <summary>The events of a cell, in order of time.</summary>
    public static ImmutableArray<TimelineEvent> Of(CellEvidence evidence)
    {
        var timeline = CellTimeline.Of(evidence.MainChain());
        var phases = evidence.Phases;
        if ((phases.FaultEffective ?? phases.FaultInjected) is not { } origin)
        {
            return [];
        }

        var pending = timeline.Alert.Pending.FirstOrDefault(i => i.Start >= phases.FaultInjected)?.Start;
        (string, DateTimeOffset?)[] single =
        [
            ("fault-injected", phases.FaultInjected), ("fault-effective", phases.FaultEffective), ("pending", pending),
            ("firing", timeline.UnderTest?.Start), ("fault-removed", phases.FaultRemoved), ("fault-gone", phases.FaultGone), ("resolved", timeline.Resolved),
            ("inhibition-started", phases.InhibitionStart), ("inhibition-ended", phases.InhibitionEnd),
        ];
        var happened = single.Where(e => e.Item2 is not null).Select(e => new TimelineEvent(e.Item1, e.Item2!.Value, timeline.Documented(origin, e.Item2.Value)));
        var delivered = timeline.Deliveries.Select(n => Delivery("delivered", n.At, n.Channel));
        var told = timeline.ResolutionDeliveries.Select(n => Delivery("resolution-delivered", n.At, n.Channel));
        return [.. happened.Concat(delivered).Concat(told).OrderBy(e => e.At)];

        TimelineEvent Delivery(string name, DateTimeOffset at, Channel channel) => new(
            name, at, timeline.Documented(origin, at), evidence.Contract.Receivers.FirstOrDefault(r => r.Channel == channel)?.Name, channel.ToString());
    }
}
