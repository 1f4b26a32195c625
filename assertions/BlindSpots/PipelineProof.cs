using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Assertions.BlindSpots;

/// <summary>Proves that the way from rule to receiver worked for the whole incident, but for the times in which it was the victim itself.</summary>
internal static class PipelineProof
{
    // From rule to receiver: two evaluations of the pulse, group_wait and group_interval, documented time.
    private static readonly TimeSpan Way = TimeSpan.FromSeconds(50);

    // Of which the round trip, and an answer that was late, are no matter of scale.
    private static readonly TimeSpan WallWay = Budget.RoundTrip + Budget.ObserverLag;

    /// <summary>The proof in words, and why there is none; the latter null where there is.</summary>
    public static (string Proof, string? Missing) Of(SpotEvidence evidence, SpotTimeline timeline)
    {
        if (evidence.Phases.Effective is not { } from || evidence.Phases.End is not { } end)
        {
            return ("", "the incident was not observed to its end");
        }

        var longest = evidence.Scale.ToWall(PulseRule.Period + Way) + WallWay;
        var pulses = timeline.Pulses.Where(p => p >= from && p <= end).ToList();
        var previous = from;
        foreach (var next in pulses.Append(end))
        {
            if (next - previous > longest && !IsBlackout(evidence.Blackouts, previous, next, longest))
            {
                return ("", $"no pulse came through the pipeline from {previous.UtcDateTime:HH:mm:ss.fff} to {next.UtcDateTime:HH:mm:ss.fff}, so that a silence in it proves nothing");
            }

            previous = next;
        }

        return (Describe(evidence, pulses, longest), null);
    }

    private static string Describe(SpotEvidence evidence, List<DateTimeOffset> pulses, TimeSpan longest)
    {
        var beats = FormattableString.Invariant($"{pulses.Count} beats of {PulseRule.AlertName} were delivered while it lasted and after, at most {evidence.Scale.ToDocumented(longest).TotalSeconds:0} s (documented) apart");
        return evidence.Blackouts.IsEmpty ? beats
            : $"{beats}, but for the time in which {string.Join(" and ", evidence.Blackouts.Select(b => b.Who).Distinct())} was down itself; the first one after it proves that the pipeline was back";
    }

    // What was in flight when it went down is lost, and the first beat after it needs its time.
    private static bool IsBlackout(ImmutableArray<Blackout> blackouts, DateTimeOffset from, DateTimeOffset to, TimeSpan longest) =>
        blackouts.Any(b => b.From <= to && b.To >= from && b.From - from <= longest && to - b.To <= longest);
}
