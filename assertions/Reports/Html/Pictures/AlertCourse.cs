using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>What happened around one alert, on the one time scale of its picture: documented seconds since the fault's effect (its injection, where no effect was seen).</summary>
public sealed partial record AlertCourse
{
    /// <summary>The instant that is 0, wall time.</summary>
    public required DateTimeOffset Origin { get; init; }

    /// <summary>Whether the origin is the fault's effect, and not its injection alone.</summary>
    public required bool IsSinceEffect { get; init; }

    /// <summary>N: documented seconds in a wall second.</summary>
    public required double Scale { get; init; }

    /// <summary>The events, in order of time.</summary>
    public required ImmutableArray<TimelineEntry> Events { get; init; }

    /// <summary>What Prometheus had of the signal; null in a folder without samples.</summary>
    public AlertSignals? Signals { get; init; }

    /// <summary>The course of an alert; null where no fault was injected, so that there is nothing to count from.</summary>
    /// <param name="alert">Alert.</param>
    /// <param name="signals">Its samples.</param>
    /// <param name="timeScale">N of the run; an alert that was judged at another says so itself.</param>
    public static AlertCourse? Of(AlertEntry alert, AlertSignals? signals, int timeScale)
    {
        var effect = alert.Timeline.FirstOrDefault(e => e.Event == "fault-effective");
        return (effect ?? alert.Timeline.FirstOrDefault(e => e.Event == "fault-injected")) is not { } origin ? null : new AlertCourse
        {
            // The file's instants are whole milliseconds, its documented seconds are finer: what they say the origin to be is kept.
            Origin = origin.At,
            IsSinceEffect = effect is not null,
            Scale = OwnScale().Match(alert.JudgedAt) is { Success: true } own && int.TryParse(own.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : Math.Max(1, timeScale),
            Events = alert.Timeline,
            Signals = signals,
        };
    }

    /// <summary>A wall instant in documented seconds.</summary>
    public double Seconds(DateTimeOffset at) => (at - Origin).TotalSeconds * Scale;

    /// <summary>When something first happened, documented seconds; null where it did not.</summary>
    public double? First(string happened) => Events.FirstOrDefault(e => e.Event == happened)?.DocumentedSeconds;

    /// <summary>The phase just below the threshold, documented seconds; null where there was none.</summary>
    public (double From, double To)? JustBelow =>
        Signals?.JustBelow is { } span ? (Seconds(span.From), span.To is { } to ? Seconds(to) : First("fault-injected") ?? 0) : null;

    /// <summary>Stretches of pending and firing, from Prometheus' own samples, else from the events.</summary>
    public ImmutableArray<Bar> States => Signals is { States.IsEmpty: false } signals
        ? AlertStates.Merge(signals.States.Select(s => new Bar(s.State, s.State, Seconds(s.From), s.To is { } to ? Seconds(to) : Seconds(signals.End ?? s.From))))
        : [.. FromEvents()];

    private IEnumerable<Bar> FromEvents()
    {
        var end = First("resolved") ?? Events.Select(e => e.DocumentedSeconds).DefaultIfEmpty(0).Max();
        if (First("pending") is { } pending)
        {
            yield return new Bar("pending", "pending", pending, First("firing") ?? end);
        }

        if (First("firing") is { } firing)
        {
            yield return new Bar("firing", "firing", firing, end);
        }
    }

    [GeneratedRegex(@"^N=(\d+)\b")]
    private static partial Regex OwnScale();
}
