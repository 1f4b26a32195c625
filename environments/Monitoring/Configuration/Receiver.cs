using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>A receiver.</summary>
/// <param name="Name">Name.</param>
/// <param name="Integrations">Where it sends, in the order of the file.</param>
/// <param name="Position">Where it stands.</param>
public sealed record Receiver(string Name, ImmutableArray<Integration> Integrations, SourcePosition Position)
{
    /// <summary>Where the name stands.</summary>
    public SourcePosition NamePosition { get; init; } = Position;

    /// <summary>What else stands in it; Alertmanager refuses such a receiver.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];
}

/// <summary>One destination of a receiver.</summary>
/// <param name="Kind">slack, pagerduty, webhook, email, …: the key in the file without <c>_configs</c>.</param>
/// <param name="Address">Slack's channel, PagerDuty's service or routing key, a webhook's URL; empty where the file gives none.</param>
/// <param name="SendsResolved">Whether it is told of resolutions: <c>send_resolved</c>, else the default of its kind.</param>
/// <param name="Settings">Every setting that is plain text, by name.</param>
/// <param name="Position">Where it stands.</param>
public sealed record Integration(string Kind, string Address, bool SendsResolved, ImmutableSortedDictionary<string, string> Settings, SourcePosition Position)
{
    /// <summary>What Alertmanager knows of the kind; null for one that it does not have.</summary>
    public IntegrationKind? KnownKind => IntegrationKind.Find(Kind);

    /// <summary><c>send_resolved</c> as written; null when missing.</summary>
    public ConfigurationText? SendResolvedText { get; init; }

    /// <summary>The whole entry, as written; <see cref="ConfigurationNode.Texts"/> gives each text of it by its path, such as <c>fields[0].title</c>.</summary>
    public required ConfigurationMap Source { get; init; }

    /// <summary>What it leaves to <c>global</c>.</summary>
    public ImmutableArray<InheritedSetting> Inherited { get; init; } = [];
}

/// <summary>A setting that an integration leaves to <c>global</c>.</summary>
/// <param name="Name">The integration's setting, e.g. <c>api_url</c>; the file with a secret counts for it.</param>
/// <param name="GlobalName">The setting of <c>global</c> that it comes from, e.g. <c>slack_api_url_file</c>, or that is missing there.</param>
/// <param name="Value">As written in <c>global</c>; null where that has none.</param>
/// <param name="Default">Alertmanager's own value where <c>global</c> has none; null where it refuses the file then, or goes without.</param>
public sealed record InheritedSetting(string Name, string GlobalName, ConfigurationNode? Value, string? Default);
