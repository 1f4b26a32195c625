using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Routing;

/// <summary>
/// When a route tells nobody. Source: Alertmanager's <c>timeinterval/timeinterval.go</c> and its mute stages in <c>notify/notify.go</c>.
/// Days of a month are those of the calendar, as Alertmanager counts them since August 2026; versions before give a month in which clocks go
/// forward one day too few where an interval has a location.
/// </summary>
/// <param name="file">The configuration.</param>
public sealed class MuteTimes(AlertmanagerFile file)
{
    private readonly ImmutableDictionary<string, TimeInterval> _intervals = file.TimeIntervals.ToImmutableDictionary(i => i.Name.Value);

    /// <summary>Why a route tells nobody at a moment.</summary>
    /// <param name="route">The route; its own intervals count, not its parents'.</param>
    /// <param name="at">The moment.</param>
    /// <returns>The name of the interval that mutes it, or of the first one outside which it is not active; null when it tells. A name that is not defined holds no moment.</returns>
    public string? MutedBy(Route route, DateTimeOffset at)
    {
        if (route.MuteTimeIntervals.FirstOrDefault(name => Contains(name.Value, at)) is { } muting)
        {
            return muting.Value;
        }

        return route.ActiveTimeIntervals.IsEmpty || route.ActiveTimeIntervals.Any(name => Contains(name.Value, at)) ? null : route.ActiveTimeIntervals[0].Value;
    }

    /// <summary>Whether a moment is in a time interval.</summary>
    public static bool Contains(TimeInterval interval, DateTimeOffset at) => interval.Periods.Any(p => Contains(p, at));

    private bool Contains(string name, DateTimeOffset at) => _intervals.TryGetValue(name, out var interval) && Contains(interval, at);

    private static bool Contains(TimePeriod period, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, period.Location);
        var minute = (local.Hour * 60) + local.Minute;
        return (period.Times is not { } times || times.Any(t => minute >= t.First && minute < t.Last))
            && (period.DaysOfMonth is not { } days || days.Any(d => IsInDays(d, local)))
            && IsIn(period.Months, local.Month)
            && IsIn(period.Weekdays, (int)local.DayOfWeek)
            && IsIn(period.Years, local.Year);
    }

    private static bool IsIn(ImmutableArray<TimeRange>? ranges, int value) => ranges is not { } some || some.Any(r => value >= r.First && value <= r.Last);

    // A day counted from the month's end; a range that begins after a short month's end is not in it.
    private static bool IsInDays(TimeRange range, DateTimeOffset local)
    {
        var length = DateTime.DaysInMonth(local.Year, local.Month);
        int first = OfMonth(range.First, length), last = OfMonth(range.Last, length);
        return first <= length && local.Day >= first && local.Day <= last;
    }

    private static int OfMonth(int day, int length) => day < 0 ? length + day + 1 : day;
}
