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

    /// <summary>Whether the groups come from <c>PrometheusRule</c> objects of Kubernetes, which an operator turns into rule files.</summary>
    public bool IsCustomResource { get; init; }

    /// <summary>What else stands beside <c>groups</c>; Prometheus refuses such a file. Empty for custom resources.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];
}
