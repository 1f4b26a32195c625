using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Observation;

/// <summary>An alerting rule as <c>/api/v1/rules</c> of Prometheus shows it.</summary>
/// <param name="Group">Group name.</param>
/// <param name="File">File inside the Prometheus container.</param>
/// <param name="Interval">The group's evaluation interval, wall time.</param>
/// <param name="Name">Alert name.</param>
/// <param name="Query">Expression as Prometheus prints it.</param>
/// <param name="For"><c>for</c>, wall time.</param>
/// <param name="Labels">Labels the rule adds.</param>
/// <param name="Annotations">Annotation templates.</param>
/// <param name="Health">ok, err or unknown.</param>
/// <param name="LastError">Last evaluation error; empty for none.</param>
public sealed record LoadedRule(
    string Group,
    string File,
    TimeSpan Interval,
    string Name,
    string Query,
    TimeSpan For,
    ImmutableSortedDictionary<string, string> Labels,
    ImmutableSortedDictionary<string, string> Annotations,
    string Health,
    string LastError)
{
    /// <summary><c>keep_firing_for</c>, wall time; zero for none.</summary>
    public TimeSpan KeepFiringFor { get; init; }
}
