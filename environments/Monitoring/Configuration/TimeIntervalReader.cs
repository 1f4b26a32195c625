using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads <c>time_intervals</c> and the older top-level <c>mute_time_intervals</c> of <c>alertmanager.yml</c>.</summary>
internal static class TimeIntervalReader
{
    private static readonly ImmutableArray<string> Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly ImmutableArray<string> Months =
        ["", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static TimeInterval Read(YamlMap map)
    {
        map.RequiredText("name", "a time interval");
        return new TimeInterval(map.Located("name")!, [.. map.Maps("time_intervals").Select(ReadPeriod)], map.Position)
        {
            Extra = map.Fields("name", "time_intervals"),
        };
    }

    private static TimePeriod ReadPeriod(YamlMap map)
    {
        var location = map.Located("location");
        return new TimePeriod
        {
            Times = map.TryGet("times", out _) ? [.. map.Maps("times").Select(ReadTimes)] : null,
            Weekdays = ReadRanges(map, "weekdays", text => IndexOf(Weekdays, text), _ => true, "a weekday, such as monday, or a range, such as monday:friday"),
            DaysOfMonth = ReadDaysOfMonth(map),
            Months = ReadRanges(map, "months", text => IndexOf(Months, text) ?? Number(text), _ => true, "a month, such as may or 5, or a range, such as may:august"),
            Years = ReadRanges(map, "years", Number, _ => true, "a year, or a range, such as 2025:2027"),
            Location = location is null ? TimeZoneInfo.Utc : ReadLocation(location),
            LocationText = location,
            Extra = map.Fields("times", "weekdays", "days_of_month", "months", "years", "location"),
            Position = map.Position,
        };
    }

    private static TimeRange ReadTimes(YamlMap map)
    {
        map.RequiredText("start_time", "a time of day");
        map.RequiredText("end_time", "a time of day");
        int start = Minute(map.Located("start_time")!), end = Minute(map.Located("end_time")!);
        return start < end
            ? new TimeRange(start, end, map.Position)
            : throw new ConfigurationException(map.PositionOfValue("end_time"), "'end_time' is not after 'start_time'; for a time over midnight write two, up to 24:00 and from 00:00");
    }

    private static int Minute(ConfigurationText time)
    {
        int? hours = null, minutes = null;
        if (time.Value is [var a, var b, ':', var c, var d])
        {
            (hours, minutes) = (Number($"{a}{b}"), Number($"{c}{d}"));
        }

        return hours is >= 0 and < 24 && minutes is >= 0 and < 60 && time.Value.All(t => t == ':' || char.IsAsciiDigit(t)) || time.Value == "24:00"
            ? (hours!.Value * 60) + minutes!.Value
            : throw new ConfigurationException(time.Position, $"'{time.Value}' is no time of day; write it like 09:00 or 24:00");
    }

    private static ImmutableArray<TimeRange>? ReadDaysOfMonth(YamlMap map)
    {
        const string form = "a day of the month from 1 to 31, one from its end from -1 to -31, or a range of them whose end is not before its begin";
        return ReadRanges(map, "days_of_month", Number, range => IsDay(range.First) && IsDay(range.Last) && !(range.First < 0 && range.Last > 0), form, InShortestMonth);
    }

    private static bool IsDay(int day) => day is not 0 and >= -31 and <= 31;

    // Alertmanager compares days that are counted from the end as in the shortest month.
    private static int InShortestMonth(int day) => day < 0 ? 28 + day : day;

    private static ImmutableArray<TimeRange>? ReadRanges(
        YamlMap map, string key, Func<string, int?> member, Func<TimeRange, bool> isValid, string form, Func<int, int>? order = null) =>
        map.TryGet(key, out _) ? [.. map.LocatedTexts(key).Select(text => ReadRange(text, key, member, isValid, form, order ?? (day => day)))] : null;

    private static TimeRange ReadRange(
        ConfigurationText text, string key, Func<string, int?> member, Func<TimeRange, bool> isValid, string form, Func<int, int> order)
    {
        var parts = text.Value.ToLowerInvariant().Split(':');
        return parts.Length <= 2 && member(parts[0]) is { } first && member(parts[^1]) is { } last
            && new TimeRange(first, last, text.Position) is var range && isValid(range) && order(first) <= order(last)
            ? range
            : throw new ConfigurationException(text.Position, $"'{text.Value}' is no entry of '{key}': write {form}");
    }

    private static int? IndexOf(ImmutableArray<string> names, string text) => text.Length > 0 && names.IndexOf(text) is >= 0 and var index ? index : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeZoneInfo ReadLocation(ConfigurationText location)
    {
        if (location.Value is "" or "UTC")
        {
            return TimeZoneInfo.Utc;
        }

        try
        {
            return location.Value == "Local" ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(location.Value);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ConfigurationException(location.Position, $"'{location.Value}' is no time zone that this machine knows; write one like Europe/Berlin, or install the package tzdata", e);
        }
    }
}
