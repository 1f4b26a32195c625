using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Simulation.Promtool;

/// <summary>A test of <c>promtool test rules</c>: series, and what is asked when they have been evaluated.</summary>
/// <param name="Name">Its name, unique among those of a call.</param>
/// <param name="Interval">Time between two values of a series.</param>
/// <param name="Series">The series.</param>
/// <param name="Questions">Queries.</param>
/// <param name="AlertsOf">Name of the alert that is asked for.</param>
/// <param name="AlertsAt">When it is asked which of its alerts fire, with which labels and annotations.</param>
public sealed record RuleTest(
    string Name,
    TimeSpan Interval,
    ImmutableArray<SimulatedSeries> Series,
    ImmutableArray<Question> Questions,
    string AlertsOf,
    ImmutableArray<TimeSpan> AlertsAt);

/// <summary>A query that yields at most one number.</summary>
/// <param name="Key">What it is asked for, unique in its test; letters and hyphens.</param>
/// <param name="Query">PromQL.</param>
/// <param name="At">When it is evaluated, from the start of the test.</param>
public sealed record Question(string Key, string Query, TimeSpan At);
