using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>One line of a picture. Seconds are documented time since the fault's effect.</summary>
/// <param name="Name">What or who it is, e.g. a receiver.</param>
/// <param name="Note">What is beside the name, e.g. its channel; empty for nothing.</param>
public sealed record Lane(string Name, string Note)
{
    /// <summary>Stretches of time.</summary>
    public ImmutableArray<Bar> Bars { get; init; } = [];

    /// <summary>What the stages allow.</summary>
    public ImmutableArray<AllowedRange> Ranges { get; init; } = [];

    /// <summary>What happened.</summary>
    public ImmutableArray<EventMark> Marks { get; init; } = [];
}

/// <summary>A stretch of time in a lane.</summary>
/// <param name="Kind">just-below, setting-in, fault, setting-off, inhibition, pending or firing.</param>
/// <param name="Word">What it is, for people.</param>
/// <param name="From">Start.</param>
/// <param name="To">End.</param>
public sealed record Bar(string Kind, string Word, double From, double To);

/// <summary>When a stage allows what it is about.</summary>
/// <param name="Stage">Stage.</param>
/// <param name="From">Earliest.</param>
/// <param name="To">Latest.</param>
/// <param name="IsMet">Whether it happened then.</param>
public sealed record AllowedRange(StageName Stage, double From, double To, bool IsMet);

/// <summary>Something that happened at an instant.</summary>
/// <param name="Event">Event, as in <c>run.json</c>.</param>
/// <param name="Word">What it is, for people.</param>
/// <param name="Seconds">When.</param>
/// <param name="At">When, wall time.</param>
public sealed record EventMark(string Event, string Word, double Seconds, DateTimeOffset At);
