using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary><c>alertmanager.yml</c>, as far as this suite needs to understand it. Durations are documented time; what the file leaves out has Alertmanager's own default.</summary>
public sealed record AlertmanagerFile
{
    /// <summary>Alertmanager's default for <c>resolve_timeout</c>.</summary>
    public static readonly TimeSpan DefaultResolveTimeout = TimeSpan.FromMinutes(5);

    /// <summary>The file itself.</summary>
    public required ConfigurationFile File { get; init; }

    /// <summary>The file's text.</summary>
    public string Text => File.Text;

    /// <summary><c>global.resolve_timeout</c>.</summary>
    public required TimeSpan ResolveTimeout { get; init; }

    /// <summary>The root of the route tree.</summary>
    public required Route Route { get; init; }

    /// <summary>Receivers, in the order of the file.</summary>
    public required ImmutableArray<Receiver> Receivers { get; init; }

    /// <summary>Inhibition rules, in the order of the file.</summary>
    public required ImmutableArray<InhibitRule> InhibitRules { get; init; }
}

/// <summary>A node of the route tree, with what it inherits from its parents filled in.</summary>
public sealed record Route
{
    /// <summary>Alertmanager's default for <c>group_wait</c>.</summary>
    public static readonly TimeSpan DefaultGroupWait = TimeSpan.FromSeconds(30);

    /// <summary>Alertmanager's default for <c>group_interval</c>.</summary>
    public static readonly TimeSpan DefaultGroupInterval = TimeSpan.FromMinutes(5);

    /// <summary>Alertmanager's default for <c>repeat_interval</c>.</summary>
    public static readonly TimeSpan DefaultRepeatInterval = TimeSpan.FromHours(4);

    /// <summary>Name of the receiver.</summary>
    public required string Receiver { get; init; }

    /// <summary>What an alert's labels must be to enter; all of them must match.</summary>
    public required ImmutableArray<LabelMatcher> Matchers { get; init; }

    /// <summary>Whether the siblings after it are tried too when it matched.</summary>
    public required bool Continue { get; init; }

    /// <summary>Labels whose values make a group; <c>...</c> alone stands for all.</summary>
    public required ImmutableArray<string> GroupBy { get; init; }

    /// <summary>Time from a group's first alert to its first message, documented time.</summary>
    public required TimeSpan GroupWait { get; init; }

    /// <summary>Time from a change in the group to the next message, documented time.</summary>
    public required TimeSpan GroupInterval { get; init; }

    /// <summary>Time until an unchanged group is told again, documented time.</summary>
    public required TimeSpan RepeatInterval { get; init; }

    /// <summary>Children, in the order in which they are tried.</summary>
    public required ImmutableArray<Route> Routes { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePosition Position { get; init; }
}

/// <summary>A condition on one label.</summary>
/// <param name="Name">Label; a missing one counts as the empty string.</param>
/// <param name="Operator"><c>=</c>, <c>!=</c>, <c>=~</c> or <c>!~</c>.</param>
/// <param name="Value">Value, or an expression that must match the whole value.</param>
/// <param name="Position">Where it stands.</param>
public sealed record LabelMatcher(string Name, string Operator, string Value, SourcePosition Position)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}{Operator}\"{Value}\"";
}

/// <summary>A receiver.</summary>
/// <param name="Name">Name.</param>
/// <param name="Integrations">Where it sends, in the order of the file.</param>
/// <param name="Position">Where it stands.</param>
public sealed record Receiver(string Name, ImmutableArray<Integration> Integrations, SourcePosition Position);

/// <summary>One destination of a receiver.</summary>
/// <param name="Kind">slack, pagerduty, webhook, email, …: the key in the file without <c>_configs</c>.</param>
/// <param name="Address">Slack's channel, PagerDuty's service or routing key, a webhook's URL; empty where the file gives none.</param>
/// <param name="SendsResolved">Whether it is told of resolutions: <c>send_resolved</c>, else the default of its kind.</param>
/// <param name="Settings">Every setting that is plain text, by name.</param>
/// <param name="Position">Where it stands.</param>
public sealed record Integration(string Kind, string Address, bool SendsResolved, ImmutableSortedDictionary<string, string> Settings, SourcePosition Position);

/// <summary>An inhibition rule.</summary>
/// <param name="Source">What an alert must match to inhibit.</param>
/// <param name="Target">What an alert must match to be inhibited.</param>
/// <param name="Equal">Labels in which both must agree.</param>
/// <param name="Position">Where it stands.</param>
public sealed record InhibitRule(ImmutableArray<LabelMatcher> Source, ImmutableArray<LabelMatcher> Target, ImmutableArray<string> Equal, SourcePosition Position);
