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

    /// <summary>All of <c>global</c>, as written; what receivers inherit of it stands with each of their integrations too.</summary>
    public ImmutableArray<ConfigurationField> Global { get; init; } = [];

    /// <summary><c>time_intervals</c> and the older <c>mute_time_intervals</c>, which share their names, in the order of the file.</summary>
    public ImmutableArray<TimeInterval> TimeIntervals { get; init; } = [];

    /// <summary><c>templates</c>: patterns of template files; a relative one starts at the folder of alertmanager.yml.</summary>
    public ImmutableArray<ConfigurationText> Templates { get; init; } = [];

    /// <summary>What else stands in the file, as written.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];
}
