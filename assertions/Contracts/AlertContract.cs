using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>
/// What the strategy promises about one alert, as typed values and never as an expression, so that an edited rule can contradict it.
/// All durations are documented time.
/// </summary>
public sealed record AlertContract
{
    /// <summary>Alert name.</summary>
    public required string Alert { get; init; }

    /// <summary>The <c>component</c> label: api, dwcp, database or cache.</summary>
    public required string Component { get; init; }

    /// <summary>The <c>severity</c> label: critical, warning or info.</summary>
    public required string Severity { get; init; }

    /// <summary>Name of the rule file that documents it, e.g. <c>cache-alerts.yml</c>.</summary>
    public required string RuleFile { get; init; }

    /// <summary>What is measured.</summary>
    public required Signal Signal { get; init; }

    /// <summary>On which side of the threshold the signal is bad.</summary>
    public required Comparator Comparator { get; init; }

    /// <summary>Threshold, in the signal's unit.</summary>
    public required double Threshold { get; init; }

    /// <summary>How long the signal must be bad before the alert fires.</summary>
    public required TimeSpan For { get; init; }

    /// <summary>Evaluation interval of the alert's group.</summary>
    public TimeSpan EvaluationInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Scrape interval of the signal's job.</summary>
    public TimeSpan ScrapeInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Annotations that must be on the alert, with a non-empty rendered value.</summary>
    public ImmutableArray<string> Annotations { get; init; } = ["summary", "description", "runbook_url"];

    /// <summary>
    /// What the annotation <c>description</c> must tell beside its words, as its template asks for it: the measured value unless the strategy's text
    /// has another, e.g. <c>$labels.pod</c>.
    /// </summary>
    public ImmutableArray<string> DescriptionTells { get; init; } = ["$value"];

    /// <summary>Exactly who must be told.</summary>
    public required ImmutableArray<PromisedReceiver> Receivers { get; init; }

    /// <summary><c>group_wait</c>: time from firing to the first message.</summary>
    public TimeSpan GroupWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><c>group_interval</c>: time from a change in the group to the next message.</summary>
    public TimeSpan GroupInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><c>repeat_interval</c>: time until an unchanged alert is told again.</summary>
    public TimeSpan RepeatInterval { get; init; } = TimeSpan.FromHours(12);

    /// <summary><c>group_by</c>: the labels that make a group.</summary>
    public ImmutableArray<string> GroupBy { get; init; } = ["alertname", "cluster", "service"];

    /// <summary>Alerts that inhibit this one.</summary>
    public ImmutableArray<string> InhibitedBy { get; init; } = [];

    /// <summary>Labels in which this alert and the one that inhibits it must agree.</summary>
    public ImmutableArray<string> InhibitionEqual { get; init; } = ["cluster", "namespace"];

    /// <summary>Delays that time compression does not shorten, in wall time, each with its reason.</summary>
    public ImmutableArray<RealTimeConstant> RealTimeConstants { get; init; } = [];
}

/// <summary>The bad side of a threshold.</summary>
public enum Comparator
{
    /// <summary>Bad when greater than the threshold.</summary>
    Above,

    /// <summary>Bad when less than the threshold.</summary>
    Below,

    /// <summary>Bad when equal to the threshold.</summary>
    EqualTo,
}

/// <summary>A receiver and channel that the strategy promises, and what the message must say.</summary>
/// <param name="Name">Receiver name, e.g. <c>slack-alerts</c>.</param>
/// <param name="Channel">Where it arrives.</param>
/// <param name="Fields">What the message must say, each non-empty.</param>
public sealed record PromisedReceiver(string Name, Channel Channel, ImmutableArray<MessageField> Fields);

/// <summary>A destination outside.</summary>
/// <param name="Protocol">slack, pagerduty or webhook.</param>
/// <param name="Address">Slack channel with its hash, or PagerDuty service key, or webhook path.</param>
public sealed record Channel(string Protocol, string Address)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Protocol} {Address}";
}

/// <summary>A field that a message must carry.</summary>
/// <param name="Name">Name as people see it: title, Severity, Component, Alert, Description, Runbook, severity, ….</param>
/// <param name="Expected">The text that it must contain; null when any non-empty text will do.</param>
public sealed record MessageField(string Name, string? Expected = null);

/// <summary>A real delay that does not shrink with N.</summary>
/// <param name="Name">What takes the time.</param>
/// <param name="Wall">How long at most, wall time.</param>
/// <param name="Source">Where the number comes from.</param>
public sealed record RealTimeConstant(string Name, TimeSpan Wall, string Source);
