using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A rule file. Whether Prometheus would load it is for promtool to say.</summary>
public sealed record RuleFile
{
    /// <summary>The file itself.</summary>
    public required ConfigurationFile File { get; init; }

    /// <summary>Path relative to the configuration's folder, e.g. <c>rules/cache-alerts.yml</c>.</summary>
    public string Path => File.Name;

    /// <summary>The file's text.</summary>
    public string Text => File.Text;

    /// <summary>Its groups, in the order of the file.</summary>
    public required ImmutableArray<RuleGroup> Groups { get; init; }
}

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
    SourcePosition Position);

/// <summary>An alerting rule.</summary>
/// <param name="Name">Alert name.</param>
/// <param name="Expr">PromQL; empty when the rule has none.</param>
/// <param name="ExprPosition">Where the expression begins: its first character, its quote, or the <c>|</c> or <c>></c> before it.</param>
/// <param name="For"><c>for</c>, documented time; zero when the rule has none that Prometheus could read.</param>
/// <param name="KeepFiringFor"><c>keep_firing_for</c>, documented time; zero when the rule has none that Prometheus could read.</param>
/// <param name="Labels">Labels that the rule adds, as templates.</param>
/// <param name="Annotations">Annotations, as templates.</param>
/// <param name="Position">Where the rule stands.</param>
public sealed record AlertingRule(
    string Name,
    string Expr,
    SourcePosition ExprPosition,
    TimeSpan For,
    TimeSpan KeepFiringFor,
    ImmutableSortedDictionary<string, string> Labels,
    ImmutableSortedDictionary<string, string> Annotations,
    SourcePosition Position);

/// <summary>A recording rule.</summary>
/// <param name="Name">Name of the metric that it records.</param>
/// <param name="Expr">PromQL; empty when the rule has none.</param>
/// <param name="ExprPosition">Where the expression begins.</param>
/// <param name="Labels">Labels that the rule adds.</param>
/// <param name="Position">Where the rule stands.</param>
public sealed record RecordingRule(
    string Name,
    string Expr,
    SourcePosition ExprPosition,
    ImmutableSortedDictionary<string, string> Labels,
    SourcePosition Position);
