using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A rule group.</summary>
/// <param name="Name">Name.</param>
/// <param name="Interval">Evaluation interval, documented time; null for the global one, or where Prometheus could not read it.</param>
/// <param name="Rules">Alerting rules, in the order of the file.</param>
/// <param name="RecordingRules">Recording rules, in the order of the file.</param>
/// <param name="Position">Where it stands.</param>
public sealed record RuleGroup(
    string Name,
    TimeSpan? Interval,
    ImmutableArray<AlertingRule> Rules,
    ImmutableArray<RecordingRule> RecordingRules,
    SourcePosition Position)
{
    /// <summary>Where the name stands.</summary>
    public SourcePosition NamePosition { get; init; } = Position;

    /// <summary><c>interval</c> as written; null when missing.</summary>
    public ConfigurationText? IntervalText { get; init; }

    /// <summary><c>query_offset</c>: how far in the past the group is evaluated, documented time; null for the global one, or where Prometheus could not read it.</summary>
    public TimeSpan? QueryOffset { get; init; }

    /// <summary><c>query_offset</c> as written; null when missing.</summary>
    public ConfigurationText? QueryOffsetText { get; init; }

    /// <summary><c>limit</c>, the most alerts or series of a rule, as written; null when missing. 0 means no limit.</summary>
    public ConfigurationText? Limit { get; init; }

    /// <summary><c>labels</c>, which Prometheus 3 adds to every rule of the group that has none of that name.</summary>
    public ImmutableArray<ConfigurationEntry> Labels { get; init; } = [];

    /// <summary>What else stands in it, such as Thanos' <c>partial_response_strategy</c>.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];

    /// <summary>The labels that an alerting rule of the group adds, as templates: its own, and the group's.</summary>
    public ImmutableSortedDictionary<string, string> LabelsOf(AlertingRule rule) =>
        rule.Labels.AddRange(Labels.Where(l => !rule.Labels.ContainsKey(l.Name)).Select(l => KeyValuePair.Create(l.Name, l.Value)));
}
