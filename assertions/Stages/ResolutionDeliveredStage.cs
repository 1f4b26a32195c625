using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>Everyone who was told of the alert, promised or not, hears of its resolution in time.</summary>
public sealed class ResolutionDeliveredStage : IStage
{
    /// <inheritdoc/>
    public StageName Name => StageName.ResolutionDelivered;

    /// <inheritdoc/>
    public StageResult Judge(CellEvidence evidence)
    {
        var timeline = CellTimeline.Of(evidence);
        if (timeline.Resolved is not { } resolved)
        {
            return this.NotReached("the alert did not resolve");
        }

        var told = timeline.Deliveries;
        if (told.IsEmpty)
        {
            return this.NotReached("nobody was told of the alert");
        }

        var bound = Budget.ResolutionDelivery(evidence.Contract, evidence.Scale);
        var wrong = told.Select(t => Wrong(timeline, t, resolved, bound)).OfType<Shortcoming>().ToArray();
        var heard = timeline.ResolutionDeliveries;
        var watched = timeline.Documented(resolved, timeline.ObservedUntil);
        var proven = watched >= bound.Seconds ? wrong : [.. wrong.Where(w => !w.Absence)];
        var result = proven.Length > 0 ? this.Fail(proven)
            : wrong.Length > 0 ? this.Inconclusive($"not everyone heard of the resolution, but the receivers were watched for {Numbers.Seconds(watched)} s (documented) of {Numbers.Seconds(bound.Seconds)} s only")
            : this.Pass($"{string.Join(" and ", told.Select(t => timeline.ReceiverOf(t.Channel)))} heard of the resolution within {Numbers.Seconds(bound.Seconds)} s (documented)");
        return result with
        {
            MeasuredSeconds = heard.Select(n => (double?)timeline.Documented(resolved, n.At)).Max(),
            EarliestSeconds = 0,
            LatestSeconds = bound.Seconds,
            Evidence = [$"latest: {bound}", .. heard.Select(n => $"{timeline.ReceiverOf(n.Channel)} ({n.Channel}) told {Numbers.Seconds(timeline.Documented(resolved, n.At))} s after the resolution, message {n.Sequence}: {n.StatusEvidence}")],
        };
    }

    private static Shortcoming? Wrong(CellTimeline timeline, Notification told, DateTimeOffset resolved, Bound bound)
    {
        var name = timeline.ReceiverOf(told.Channel);
        var expected = $"expected {name} ({told.Channel}) to hear of the resolution within {Numbers.Seconds(bound.Seconds)} s (documented)";
        if (timeline.ResolutionDeliveries.FirstOrDefault(n => n.Channel == told.Channel) is not { } heard)
        {
            var watched = Numbers.Seconds(timeline.Documented(resolved, timeline.ObservedUntil));
            return new Shortcoming(name, $"{expected}, found that it was told of the alert and heard nothing more until {watched} s after it") { Absence = true, AlsoKnownAs = [told.Channel.Address] };
        }

        var seconds = timeline.Documented(resolved, heard.At);
        return seconds > bound.Seconds ? new Shortcoming(name, $"{expected}, found {Numbers.Seconds(seconds)} s") { AlsoKnownAs = [told.Channel.Address] } : null;
    }
}
