using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>
/// Whatever a folder holds of Prometheus' and Alertmanager's configuration: any part may be missing, and a file that cannot be read
/// keeps none of the others from being read. A configuration that is run is a <see cref="MonitoringConfiguration"/> and has all of them.
/// </summary>
public sealed record ConfigurationFolder
{
    /// <summary>The folder, as it was named.</summary>
    public required string Directory { get; init; }

    /// <summary><c>prometheus.yml</c>; null where there is none that can be read.</summary>
    public PrometheusFile? Prometheus { get; init; }

    /// <summary><c>alertmanager.yml</c>; null where there is none that can be read.</summary>
    public AlertmanagerFile? Alertmanager { get; init; }

    /// <summary><c>promtail.yml</c>; null where there is none that can be read.</summary>
    public PromtailFile? Promtail { get; init; }

    /// <summary>The template files that <c>templates</c> of <c>alertmanager.yml</c> names, by name.</summary>
    public ImmutableArray<ConfigurationFile> TemplateFiles { get; init; } = [];

    /// <summary>The rule files, by name.</summary>
    public ImmutableArray<RuleFile> RuleFiles { get; init; } = [];

    /// <summary>Names of the rule files that no pattern of <c>rule_files</c> names, so that Prometheus would not load them; empty without a <c>prometheus.yml</c>.</summary>
    public ImmutableArray<string> UnnamedRuleFiles { get; init; } = [];

    /// <summary>Patterns of <c>rule_files</c> that name no file of the folder.</summary>
    public ImmutableArray<RuleFilePattern> EmptyPatterns { get; init; } = [];

    /// <summary>Why a file could not be read, one for each such file, by name.</summary>
    public ImmutableArray<ConfigurationException> Unreadable { get; init; } = [];

    /// <summary>Every alerting rule of every file and group.</summary>
    public IEnumerable<AlertingRule> Alerts => RuleFiles.SelectMany(f => f.Groups).SelectMany(g => g.Rules);

    /// <summary>Reads a folder: what its files hold decides what they are, and for <c>prometheus.yml</c> and <c>alertmanager.yml</c> their name too.</summary>
    /// <param name="directory">The folder; its subfolders are read too.</param>
    /// <exception cref="ConfigurationException">There is no such folder, it cannot be listed or is too large, or it holds nothing of a configuration.</exception>
    public static ConfigurationFolder Load(string directory) => new ConfigurationFolderReader(directory).Read();
}
