using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.BlindSpots;

/// <summary>Judges from what arrived, and when, who was told of an incident. No evidence is no outcome.</summary>
public static class SpotJudge
{
    /// <summary>Judges.</summary>
    public static SpotVerdict Judge(SpotEvidence evidence)
    {
        var timeline = new SpotTimeline(evidence);
        var (proof, missing) = PipelineProof.Of(evidence, timeline);
        var bound = evidence.Promise.Latest(evidence.Scale);
        var tellings = Tellings(evidence, timeline).OrderBy(t => t.At).ToImmutableArray();
        var (outcome, detail) = Unproven(evidence) is { } reason ? (SpotOutcome.Inconclusive, reason) : Decide(tellings, bound, missing);
        return new SpotVerdict
        {
            Outcome = outcome,
            Detail = detail,
            Tellings = tellings,
            Consequences = [.. SpotConsequences.Of(evidence, timeline)],
            Noise = timeline.Noise,
            Proof = proof,
            AllowedSeconds = bound.Seconds,
        };
    }

    private static string? Unproven(SpotEvidence evidence) =>
        evidence.Unproven.Concat(evidence.Disturbances).FirstOrDefault()
        ?? (Origin(evidence) is null ? "the incident was not reached" : null);

    // When it is to be told that an incident is over, its end is what counts.
    private static DateTimeOffset? Origin(SpotEvidence evidence) => evidence.Promise.Tidings == Tidings.End ? evidence.Phases.Gone : evidence.Phases.Effective;

    private static (SpotOutcome Outcome, string Detail) Decide(ImmutableArray<Telling> tellings, Bound bound, string? missingProof)
    {
        var naming = tellings.FirstOrDefault(t => t.Truth == TellingTruth.NamesIt);
        if (tellings.FirstOrDefault(t => t is { Truth: TellingTruth.Wrong, Resolved: true }) is { } false1)
        {
            return (SpotOutcome.Wrong, $"{false1.Receiver} was told that {false1.Alert} had ended while its cause lasted");
        }

        if (naming is not null)
        {
            var allowed = $"allowed are {bound}";
            return naming.DocumentedSeconds <= bound.Seconds
                ? (SpotOutcome.Told, $"{naming.Receiver} was told {Numbers.Seconds(naming.DocumentedSeconds)} s after it; {allowed}")
                : (SpotOutcome.Late, $"{naming.Receiver} was told {Numbers.Seconds(naming.DocumentedSeconds)} s after it; {allowed}");
        }

        return tellings.FirstOrDefault(t => t.Truth == TellingTruth.Symptom) is { } symptom ? (SpotOutcome.Symptom, $"{symptom.Receiver} was told of {symptom.Alert} only: {symptom.Why}")
            : tellings.FirstOrDefault() is { } wrong ? (SpotOutcome.Wrong, $"{wrong.Receiver} was told of {wrong.Alert}: {wrong.Why}")
            : missingProof is not null ? (SpotOutcome.Inconclusive, missingProof)
            : (SpotOutcome.Nobody, "nobody was told anything of it");
    }

    private static IEnumerable<Telling> Tellings(SpotEvidence evidence, SpotTimeline timeline)
    {
        if (Origin(evidence) is not { } origin)
        {
            return [];
        }

        var promise = evidence.Promise;
        if (promise.Tidings == Tidings.End)
        {
            return Tellings(evidence, origin, timeline.Since(origin, NotificationStatus.Resolved).Where(t => promise.Naming.Contains(t.Alert)), resolved: true, TruthOfAnEnd);
        }

        var fromFault = evidence.Phases.Injected!.Value;
        var until = evidence.Phases.Removed ?? timeline.End;
        var begins = Tellings(evidence, origin, timeline.Since(fromFault, NotificationStatus.Firing), resolved: false, alert => TruthOf(promise, alert));
        var ends = timeline.Since(fromFault, NotificationStatus.Resolved).Where(t => t.Message.At < until && promise.Naming.Contains(t.Alert));
        return begins.Concat(Tellings(evidence, origin, ends, resolved: true, _ => (TellingTruth.Wrong, "its cause lasted")));
    }

    private static (TellingTruth Truth, string Why) TruthOfAnEnd(string alert) => (TellingTruth.NamesIt, "");

    private static (TellingTruth Truth, string Why) TruthOf(SpotPromise promise, string alert) =>
        promise.Naming.Contains(alert) ? (TellingTruth.NamesIt, "")
        : promise.Symptoms.TryGetValue(alert, out var why) ? (TellingTruth.Symptom, why)
        : (TellingTruth.Wrong, $"it says nothing of what is so: {promise.ShouldBeTold}");

    private static IEnumerable<Telling> Tellings(
        SpotEvidence evidence, DateTimeOffset origin, IEnumerable<(string Alert, Notification Message)> messages, bool resolved, Func<string, (TellingTruth Truth, string Why)> truthOf) =>
        from one in messages
        group one.Message by (one.Alert, one.Message.Channel) into same
        let first = same.First()
        let judged = truthOf(same.Key.Alert)
        let wall = first.At - origin
        select new Telling(
            same.Key.Alert, resolved, evidence.Receivers.GetValueOrDefault(same.Key.Channel)?.Names ?? same.Key.Channel.ToString(), same.Key.Channel,
            first.At, wall.TotalSeconds, evidence.Scale.Documented(wall), same.Count(), judged.Truth, judged.Why);
}
