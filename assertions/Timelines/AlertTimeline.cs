using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>A stretch of consecutive evaluations at which an alert was in one state. Instants are wall time, at evaluation timestamps.</summary>
/// <param name="Start">First evaluation in the state.</param>
/// <param name="LastSeen">Last evaluation in the state.</param>
/// <param name="Ended">First evaluation no longer in the state; null when observation ended before it.</param>
public sealed record AlertInterval(DateTimeOffset Start, DateTimeOffset LastSeen, DateTimeOffset? Ended)
{
    /// <summary>Whether the alert was in the state at the instant; open-ended intervals last.</summary>
    public bool Contains(DateTimeOffset at) => at >= Start && (Ended is not { } ended || at < ended);
}

/// <summary>When an alert was pending and firing, read out of its <c>ALERTS</c> samples.</summary>
public sealed record AlertTimeline
{
    /// <summary>A gap longer than this many evaluation intervals ends an interval: one evaluation was without the alert.</summary>
    public const double GapInIntervals = 1.5;

    /// <summary>Alert name.</summary>
    public required string Alert { get; init; }

    /// <summary>Times at which at least one series (one pod, one database) of the alert fired.</summary>
    public required ImmutableArray<AlertInterval> Firing { get; init; }

    /// <summary>Times at which at least one series of the alert was pending.</summary>
    public required ImmutableArray<AlertInterval> Pending { get; init; }

    /// <summary>Every start and end of every single firing series, in order: each may bring one message to its group.</summary>
    public required ImmutableArray<DateTimeOffset> Changes { get; init; }

    /// <summary>Reads the timeline of one alert.</summary>
    /// <param name="alert">Alert name.</param>
    /// <param name="series">Samples of <c>ALERTS</c>, of any alert.</param>
    /// <param name="interval">Evaluation interval of the alert's group, wall time.</param>
    /// <param name="end">End of observation; null for the last sample of any series.</param>
    public static AlertTimeline Of(string alert, ImmutableArray<Series> series, TimeSpan interval, DateTimeOffset? end)
    {
        var own = series.Where(s => s.Label("alertname") == alert).ToImmutableArray();
        var until = end ?? series.SelectMany(s => s.Samples).Select(s => s.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        var firing = own.Where(s => s.Label("alertstate") == "firing").ToImmutableArray();
        var pending = own.Where(s => s.Label("alertstate") == "pending");
        var changes = firing.SelectMany(s => Intervals(s.Samples, interval, until))
            .SelectMany(i => i.Ended is { } ended ? [i.Start, ended] : new[] { i.Start });
        return new AlertTimeline
        {
            Alert = alert,
            Firing = Intervals(firing.SelectMany(s => s.Samples), interval, until),
            Pending = Intervals(pending.SelectMany(s => s.Samples), interval, until),
            Changes = [.. changes.Order()],
        };
    }

    private static ImmutableArray<AlertInterval> Intervals(IEnumerable<Sample> samples, TimeSpan interval, DateTimeOffset until)
    {
        var longest = interval * GapInIntervals;
        var found = ImmutableArray.CreateBuilder<AlertInterval>();
        foreach (var at in samples.Where(s => s.Value != 0).Select(s => s.At).Distinct().Order())
        {
            if (found.Count > 0 && at - found[^1].LastSeen <= longest)
            {
                found[^1] = found[^1] with { LastSeen = at };
            }
            else
            {
                found.Add(new AlertInterval(at, at, null));
            }
        }

        // An end is known only once the evaluation without the alert lies inside the time observed, a gap's leeway included.
        return [.. found.Select((i, n) => n < found.Count - 1 || until - i.LastSeen > longest ? i with { Ended = i.LastSeen + interval } : i)];
    }
}
