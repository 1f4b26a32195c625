using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>The values that a signal is to take. All times are documented time from the start of the case.</summary>
/// <param name="Steps">What the signal becomes, and when; in order, the first one at zero.</param>
/// <param name="End">The last evaluation.</param>
public sealed record Course(ImmutableArray<CourseStep> Steps, TimeSpan End)
{
    /// <summary>A last instant, and how long before it, at which the signal is healthy although its step says otherwise; null for none.</summary>
    public Interruption? Interruption { get; init; }

    /// <summary>The value at an instant, the interruption left out.</summary>
    public double At(TimeSpan at) => Steps.Last(s => s.From <= at).Value;
}

/// <summary>From an instant on the signal has a value.</summary>
/// <param name="From">The instant.</param>
/// <param name="Value">The value.</param>
public readonly record struct CourseStep(TimeSpan From, double Value);

/// <summary>A time in which a signal is healthy, and makes up for it at once: what a counter missed is in it at the next scrape.</summary>
/// <param name="Last">The last instant of it.</param>
/// <param name="Length">How long it lasts; its first instant is not part of it.</param>
public sealed record Interruption(TimeSpan Last, TimeSpan Length)
{
    /// <summary>Whether an instant is in it.</summary>
    public bool Includes(TimeSpan at) => at > Last - Length && at <= Last;
}
