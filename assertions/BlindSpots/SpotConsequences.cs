using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.BlindSpots;

/// <summary>Finds what an incident did to the telling itself.</summary>
internal static class SpotConsequences
{
    /// <summary>In words, each with its figures; documented time.</summary>
    public static IEnumerable<string> Of(SpotEvidence evidence, SpotTimeline timeline)
    {
        var told = timeline.Since(timeline.Injected, NotificationStatus.Firing).ToList();
        var alerts = told.Select(t => t.Alert).Concat(evidence.Promise.Naming).Distinct();
        return alerts.SelectMany(alert => Progress(evidence, timeline, alert))
            .Concat(Repeats(told))
            .Concat(Ends(evidence, timeline, told));
    }

    // A pending alert that ends without firing while its cause lasts has lost what it had waited; so has a firing one that must wait again.
    private static IEnumerable<string> Progress(SpotEvidence evidence, SpotTimeline timeline, string alert)
    {
        var until = evidence.Phases.Removed ?? timeline.End;
        var states = timeline.Of(alert);
        if (Waited(evidence, states, until) is { } waited)
        {
            yield return waited;
        }

        foreach (var pending in states.Pending.Where(p => p.Start >= timeline.Injected && p.Ended is { } ended && ended < until))
        {
            var fires = states.Firing.Any(f => f.Start <= pending.Ended && f.Start >= pending.Start);
            var again = states.Pending.FirstOrDefault(p => p.Start > pending.Start && p.Start <= until);
            if (!fires && again is not null)
            {
                yield return $"{alert} had been pending for {Documented(evidence, pending.Start, pending.LastSeen)} s, lost that, and began anew {Documented(evidence, pending.LastSeen, again.Start)} s later";
            }
        }

        foreach (var (before, after) in states.Firing.Zip(states.Firing.Skip(1)).Where(f => f.First.Start >= timeline.Injected && f.Second.Start <= until))
        {
            yield return $"{alert} stopped firing while its cause lasted, and fired again {Documented(evidence, before.LastSeen, after.Start)} s later";
        }
    }

    // An outage shorter than an evaluation leaves no gap between the two times of pending: together they are then longer than for.
    private static string? Waited(SpotEvidence evidence, AlertTimeline states, DateTimeOffset until)
    {
        if (evidence.LoadedRules.FirstOrDefault(r => r.Name == states.Alert) is not { } rule || evidence.Blackouts.IsEmpty)
        {
            return null;
        }

        // The last evaluation at which an alert is pending comes before for has passed.
        return states.Pending.FirstOrDefault(p => p.Start <= until && p.LastSeen - p.Start > rule.For) is { } pending
            ? $"{states.Alert} was pending for {Documented(evidence, pending.Start, pending.LastSeen)} s, where {Numbers.Seconds(evidence.Scale.Documented(rule.For))} s are documented: what it had waited was lost"
            : null;
    }

    private static IEnumerable<string> Repeats(List<(string Alert, Notification Message)> told) =>
        from one in told
        group one by (one.Alert, one.Message.Channel) into messages
        where messages.Count() > 1
        select $"{messages.Key.Alert} was told {messages.Count()} times in {messages.Key.Channel}";

    private static IEnumerable<string> Ends(SpotEvidence evidence, SpotTimeline timeline, List<(string Alert, Notification Message)> told)
    {
        if (evidence.Phases.Gone is not { } gone)
        {
            return [];
        }

        var ends = timeline.Since(gone, NotificationStatus.Resolved).Select(e => (e.Alert, e.Message.Channel)).ToHashSet();
        return from one in told.Select(t => (t.Alert, t.Message.Channel)).Distinct()
               where !ends.Contains(one) && timeline.Of(one.Alert).Firing is [.., { Ended: not null }]
               let receiver = evidence.Receivers.GetValueOrDefault(one.Channel)
               select receiver is { SendsResolved: false }
                   ? $"{receiver.Names} ({one.Channel}) was never told that {one.Alert} ended: it sends no resolutions"
                   : $"{receiver?.Names ?? "nobody known"} ({one.Channel}) was never told that {one.Alert} ended: the resolution was lost";
    }

    private static string Documented(SpotEvidence evidence, DateTimeOffset from, DateTimeOffset to) => Numbers.Seconds(evidence.Scale.Documented(to - from));
}
