using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A named time interval: an entry of <c>time_intervals</c>, or of the older top-level <c>mute_time_intervals</c>.</summary>
/// <param name="Name">Name, by which routes mute themselves or are active.</param>
/// <param name="Periods">Its parts; a moment in any of them is in the interval.</param>
/// <param name="Position">Where it stands.</param>
public sealed record TimeInterval(ConfigurationText Name, ImmutableArray<TimePeriod> Periods, SourcePosition Position)
{
    /// <summary>What else stands in it; Alertmanager refuses such an interval.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];
}

/// <summary>A part of a time interval: a moment must fulfil every field that is there. A field that is there with an empty list lets no moment in.</summary>
public sealed record TimePeriod
{
    /// <summary><c>times</c>: minutes of the day, the last one not included; null for the whole day.</summary>
    public ImmutableArray<TimeRange>? Times { get; init; }

    /// <summary><c>weekdays</c>: Sunday is 0, Saturday 6; null for all.</summary>
    public ImmutableArray<TimeRange>? Weekdays { get; init; }

    /// <summary><c>days_of_month</c>: 1 to 31, or -1 for the last day, -2 for the one before, …; null for all.</summary>
    public ImmutableArray<TimeRange>? DaysOfMonth { get; init; }

    /// <summary><c>months</c>: 1 to 12; null for all.</summary>
    public ImmutableArray<TimeRange>? Months { get; init; }

    /// <summary><c>years</c>; null for all.</summary>
    public ImmutableArray<TimeRange>? Years { get; init; }

    /// <summary><c>location</c>: the time zone in which the fields are meant; UTC when missing.</summary>
    public TimeZoneInfo Location { get; init; } = TimeZoneInfo.Utc;

    /// <summary><c>location</c> as written; null when missing.</summary>
    public ConfigurationText? LocationText { get; init; }

    /// <summary>What else stands in it; Alertmanager refuses such an interval.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public required SourcePosition Position { get; init; }
}

/// <summary>A range of a time interval's field.</summary>
/// <param name="First">Its begin.</param>
/// <param name="Last">Its end: the last member, or for minutes of the day the first one after it.</param>
/// <param name="Position">Where it stands.</param>
public sealed record TimeRange(int First, int Last, SourcePosition Position);
