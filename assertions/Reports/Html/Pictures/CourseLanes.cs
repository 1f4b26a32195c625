using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>Sorts what happened into lanes: the fault, the alert, and one for each receiver. Each stage's allowed range is put where the stage counts it from.</summary>
internal static class CourseLanes
{
    /// <summary>The lanes, from the top.</summary>
    public static ImmutableArray<Lane> Of(AlertEntry alert, AlertCourse course) => [Fault(alert, course), Alert(alert, course), .. Receivers(alert, course)];

    /// <summary>What an event is called for people.</summary>
    public static string WordOf(string happened) => happened switch
    {
        "fault-injected" => "fault injected",
        "fault-effective" => "fault effective",
        "fault-removed" => "fault removed",
        "fault-gone" => "fault gone",
        "resolution-delivered" => "resolution delivered",
        "inhibition-started" => "inhibition phase began",
        "inhibition-ended" => "inhibition phase ended",
        _ => happened,
    };

    private static Lane Fault(AlertEntry alert, AlertCourse course)
    {
        var bars = ImmutableArray.CreateBuilder<Bar>();
        if (course.JustBelow is { } below)
        {
            bars.Add(new Bar("just-below", "just below", below.From, below.To));
        }

        var end = course.Events.Max(e => e.DocumentedSeconds);
        var (injected, effective, removed, gone) = (course.First("fault-injected"), course.First("fault-effective"), course.First("fault-removed"), course.First("fault-gone"));
        if (injected is { } from)
        {
            bars.Add(new Bar("setting-in", "setting in", from, effective ?? removed ?? end));
        }

        if (effective is { } on)
        {
            bars.Add(new Bar("fault", "fault", on, removed ?? end));
        }

        if (removed is { } off)
        {
            bars.Add(new Bar("setting-off", "going", off, gone ?? end));
        }

        if (course.First("inhibition-started") is { } inhibited)
        {
            bars.Add(new Bar("inhibition", "inhibition", inhibited, course.First("inhibition-ended") ?? end));
        }

        return new Lane("fault", alert.Fault) { Bars = bars.ToImmutable(), Marks = Marks(course, "fault-injected", "fault-effective", "fault-removed", "fault-gone") };
    }

    private static Lane Alert(AlertEntry alert, AlertCourse course) => new("alert", "as Prometheus evaluates it")
    {
        Bars = course.States,
        Marks = Marks(course, "pending", "firing", "resolved"),
        Ranges =
        [
            .. Range(alert, StageName.Fires, 0, course.First("firing")),
            .. Range(alert, StageName.Resolves, course.First("fault-gone"), course.First("resolved")),
        ],
    };

    private static IEnumerable<Lane> Receivers(AlertEntry alert, AlertCourse course)
    {
        var deliveries = course.Events.Where(e => e.Channel is not null).ToArray();
        var promised = alert.Promised.Select(p => (Name: p.Receiver, Note: p.Channel));
        var told = deliveries.Where(d => alert.Promised.All(p => p.Channel != d.Channel))
            .Select(d => (Name: d.Receiver ?? "not promised", Note: d.Channel!));
        foreach (var (name, note) in promised.Concat(told).Distinct())
        {
            var own = deliveries.Where(d => d.Channel == note).ToArray();
            var (heard, over) = (Seconds("delivered"), Seconds("resolution-delivered"));
            yield return new Lane(name, note)
            {
                Marks = [.. own.Select(Mark)],
                Ranges =
                [
                    .. Range(alert, StageName.Routes, course.First("firing"), heard),
                    .. heard is null ? [] : Range(alert, StageName.ResolutionDelivered, course.First("resolved"), over),
                ],
            };

            double? Seconds(string happened) => own.FirstOrDefault(d => d.Event == happened)?.DocumentedSeconds;
        }
    }

    private static IEnumerable<AllowedRange> Range(AlertEntry alert, StageName name, double? countedFrom, double? happened)
    {
        if (countedFrom is not { } zero || alert.Stages.FirstOrDefault(s => s.Stage == name) is not { LatestSeconds: { } latest } stage || !double.IsFinite(latest))
        {
            yield break;
        }

        // A bound without an earliest begins where it is counted from.
        var (from, to) = (zero + (stage.EarliestSeconds ?? 0), zero + latest);
        yield return new AllowedRange(name, from, to, happened is { } at && at >= from - Rounding && at <= to + Rounding);
    }

    // Figures are written to the millisecond of wall time.
    private const double Rounding = 0.1;

    private static ImmutableArray<EventMark> Marks(AlertCourse course, params string[] events) =>
        [.. course.Events.Where(e => events.Contains(e.Event)).Select(Mark)];

    private static EventMark Mark(TimelineEntry happened) => new(happened.Event, WordOf(happened.Event), happened.DocumentedSeconds, happened.At);
}
