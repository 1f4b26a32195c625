using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

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
    SourcePosition Position)
{
    /// <summary>Where the name stands.</summary>
    public SourcePosition NamePosition { get; init; } = Position;

    /// <summary>The expression as written, which knows where each of its characters stands; null when the rule has none.</summary>
    public ConfigurationText? ExprText { get; init; }

    /// <summary><c>for</c> as written; null when missing.</summary>
    public ConfigurationText? ForText { get; init; }

    /// <summary><c>keep_firing_for</c> as written; null when missing.</summary>
    public ConfigurationText? KeepFiringForText { get; init; }

    /// <summary>The labels with their places, in the order of the file.</summary>
    public ImmutableArray<ConfigurationEntry> LabelEntries { get; init; } = [];

    /// <summary>The annotations with their places, in the order of the file.</summary>
    public ImmutableArray<ConfigurationEntry> AnnotationEntries { get; init; } = [];

    /// <summary>Its place among all rules of the group, from 0: the group's rules are evaluated in this order.</summary>
    public int Index { get; init; }

    /// <summary>What else stands in it; Prometheus refuses such a rule.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];
}

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
    SourcePosition Position)
{
    /// <summary>Where the name stands.</summary>
    public SourcePosition NamePosition { get; init; } = Position;

    /// <summary>The expression as written, which knows where each of its characters stands; null when the rule has none.</summary>
    public ConfigurationText? ExprText { get; init; }

    /// <summary>The labels with their places, in the order of the file.</summary>
    public ImmutableArray<ConfigurationEntry> LabelEntries { get; init; } = [];

    /// <summary>Its place among all rules of the group, from 0.</summary>
    public int Index { get; init; }

    /// <summary>What else stands in it, such as an alerting rule's fields; Prometheus refuses such a rule.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];
}
