using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>
/// Exactly the promised receivers and channels are told, in time, and no more often than grouping and <c>repeat_interval</c> allow.
/// Channels come from what was delivered, receiver names from Alertmanager itself.
/// </summary>
public sealed class RoutesStage : IStage
{
    /// <inheritdoc/>
    public StageName Name => StageName.Routes;

    /// <inheritdoc/>
    public StageResult Judge(CellEvidence evidence)
    {
        var timeline = CellTimeline.Of(evidence);
        if (timeline.UnderTest is not { } firing)
        {
            return this.NotReached("the alert did not fire after the fault");
        }

        if (timeline.Deliveries.IsEmpty && Withheld(evidence, firing))
        {
            return this.NotReached("withheld: Alertmanager showed the alert only as inhibited by what the strategy says may inhibit it");
        }

        var bound = Budget.Delivery(evidence.Contract, evidence.Scale);
        var names = ReceiverNames(evidence, firing);
        var missing = Missing(timeline, firing, bound, names).ToArray();
        Shortcoming[] wrong = [.. missing, .. Unexpected(timeline, names), .. Late(timeline, firing, bound), .. TooMany(timeline, firing)];
        var slowest = timeline.Deliveries.Select(n => (double?)timeline.Documented(firing.Start, n.At)).Max();
        var result = Decide(timeline, firing, bound, names, wrong);
        return result with { MeasuredSeconds = slowest, EarliestSeconds = 0, LatestSeconds = bound.Seconds, Evidence = [.. Evidence(timeline, firing, bound, names)] };
    }

    private StageResult Decide(CellTimeline timeline, AlertInterval firing, Bound bound, ImmutableArray<string> names, Shortcoming[] wrong)
    {
        var unproven = Observers.MessagesUnproven(timeline) ?? (timeline.Documented(firing.Start, timeline.ObservedUntil) is var seen && seen < bound.Seconds
            ? $"the receivers were watched for {Numbers.Seconds(seen)} s (documented) of {Numbers.Seconds(bound.Seconds)} s only" : null);
        var proven = unproven is null ? wrong : [.. wrong.Where(w => !w.Absence)];
        return proven.Length > 0 ? this.Fail(proven)
            : unproven is not null ? this.Inconclusive($"not everything that was promised arrived, or could be seen to: {unproven}")
            : names.IsEmpty ? this.Inconclusive("the promised channels were told, but Alertmanager was never seen to hold the alert, so that its receivers' names are unknown")
            : this.Pass($"exactly {string.Join(" and ", timeline.Evidence.Contract.Receivers.Select(r => $"{r.Name} ({r.Channel})"))} told within {Numbers.Seconds(bound.Seconds)} s (documented)") with { RestsOnAbsence = true };
    }

    private static IEnumerable<Shortcoming> Missing(CellTimeline timeline, AlertInterval firing, Bound bound, ImmutableArray<string> names)
    {
        foreach (var receiver in timeline.Evidence.Contract.Receivers)
        {
            if (!timeline.Deliveries.Any(n => n.Channel == receiver.Channel))
            {
                var routed = names.IsEmpty ? "" : $"; Alertmanager routes it to {string.Join(", ", names)}";
                var until = Numbers.Seconds(timeline.Documented(firing.Start, timeline.ObservedUntil));
                yield return new Shortcoming(receiver.Name, $"expected {receiver.Name} ({receiver.Channel}) to be told within {Numbers.Seconds(bound.Seconds)} s (documented) of firing, found no message until {until} s{routed}{Suppressed(timeline)}") { Absence = true };
            }
            else if (!names.IsEmpty && !names.Contains(receiver.Name))
            {
                yield return new Shortcoming(receiver.Name, $"expected receiver {receiver.Name}, found that Alertmanager reaches {receiver.Channel} by {string.Join(", ", names)}");
            }
        }
    }

    private static IEnumerable<Shortcoming> Unexpected(CellTimeline timeline, ImmutableArray<string> names)
    {
        var promised = timeline.Evidence.Contract.Receivers;
        var wanted = string.Join(", ", promised.Select(r => r.Name));
        var strangers = names.Where(n => promised.All(r => r.Name != n)).ToArray();
        var channels = timeline.Own.Where(n => timeline.UnderTest is { } firing && n.At >= firing.Start).Select(n => n.Channel)
            .Distinct().Where(c => promised.All(r => r.Channel != c)).ToArray();
        if (strangers.Length > 0)
        {
            // Which of the names is behind which of the channels is not told by either observer, unless there is one of each.
            var reached = channels.Length == 0 ? "" : $" ({string.Join(", ", channels.Select(c => c.ToString()))})";
            return strangers.Select(name => new Shortcoming(name, $"expected only {wanted} to be told, found {name}{reached} too")
            {
                AlsoKnownAs = strangers.Length == 1 && channels.Length == 1 ? [channels[0].ToString(), channels[0].Address] : [],
            });
        }

        return channels.Select(c => new Shortcoming(c.ToString(), $"expected only {wanted} to be told, found a message in {c} too") { AlsoKnownAs = [c.Address] });
    }

    private static IEnumerable<Shortcoming> Late(CellTimeline timeline, AlertInterval firing, Bound bound) =>
        from told in timeline.Deliveries
        where timeline.Evidence.Contract.Receivers.Any(r => r.Channel == told.Channel)
        let seconds = timeline.Documented(firing.Start, told.At)
        where seconds > bound.Seconds
        let name = timeline.ReceiverOf(told.Channel)
        select new Shortcoming(name, $"expected {name} to be told within {Numbers.Seconds(bound.Seconds)} s (documented) of firing, found {Numbers.Seconds(seconds)} s");

    private static IEnumerable<Shortcoming> TooMany(CellTimeline timeline, AlertInterval firing)
    {
        var until = timeline.Resolved ?? timeline.ObservedUntil;
        var contract = timeline.Evidence.Contract;
        var slack = timeline.Evidence.Scale.ToWall(contract.GroupInterval) + Budget.RoundTrip;
        // One message per change in the group (a series that starts or stops firing), and one per repeat_interval in which nothing changed.
        var changes = timeline.Alert.Changes.Count(c => c >= firing.Start && c < until);
        var repeats = (int)Math.Floor((until - firing.Start + slack) / timeline.Evidence.Scale.ToWall(contract.RepeatInterval));
        var allowed = Math.Max(1, changes) + repeats;
        return from told in timeline.Own
               where told.Status == NotificationStatus.Firing && told.At >= firing.Start && told.At <= until + slack
               group told by told.Channel into channel
               where channel.Count() > allowed
               orderby timeline.PlaceOf(channel.Key)
               let name = timeline.ReceiverOf(channel.Key)
               select new Shortcoming(name, $"expected {name} to be told at most {allowed} times while the alert fired ({changes} changes in its group, {repeats} repeats), found {channel.Count()} messages");
    }

    private static ImmutableArray<string> ReceiverNames(CellEvidence evidence, AlertInterval firing) =>
        [.. Seen(evidence, firing).SelectMany(a => a.Receivers).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<Environments.Monitoring.Observation.ActiveAlert> Seen(CellEvidence evidence, AlertInterval firing) =>
        evidence.ActiveAlerts.Where(a => a.Labels.GetValueOrDefault("alertname") == evidence.Contract.Alert && a.SeenAt >= firing.Start);

    private static bool Withheld(CellEvidence evidence, AlertInterval firing)
    {
        var seen = Seen(evidence, firing).ToArray();
        return seen.Length > 0 && seen.All(a => a.State == "suppressed" && InhibitsStage.InhibitorNames(evidence, a).Any(evidence.Contract.InhibitedBy.Contains));
    }

    private static string Suppressed(CellTimeline timeline) =>
        Seen(timeline.Evidence, timeline.UnderTest!).FirstOrDefault(a => a.State == "suppressed") is { } hidden
            ? $"; Alertmanager showed it suppressed, inhibited by {InhibitsStage.Inhibitors(timeline.Evidence, hidden)}" : "";

    private static IEnumerable<string> Evidence(CellTimeline timeline, AlertInterval firing, Bound bound, ImmutableArray<string> names) =>
    [
        $"latest: {bound}",
        $"Alertmanager's receivers: {(names.IsEmpty ? "not seen" : string.Join(", ", names))}",
        .. timeline.Deliveries.Select(n => $"{timeline.ReceiverOf(n.Channel)} ({n.Channel}) told {Numbers.Seconds(timeline.Documented(firing.Start, n.At))} s after firing, message {n.Sequence}: {n.StatusEvidence}"),
    ];
}
