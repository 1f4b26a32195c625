using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary><c>prometheus.yml</c>, as far as this suite needs to understand it. Durations are documented time; what the file leaves out has Prometheus' own default.</summary>
public sealed record PrometheusFile
{
    /// <summary>Prometheus' default for <c>scrape_interval</c>.</summary>
    public static readonly TimeSpan DefaultScrapeInterval = TimeSpan.FromMinutes(1);

    /// <summary>Prometheus' default for <c>scrape_timeout</c>; never longer than the interval.</summary>
    public static readonly TimeSpan DefaultScrapeTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Prometheus' default for <c>evaluation_interval</c>.</summary>
    public static readonly TimeSpan DefaultEvaluationInterval = TimeSpan.FromMinutes(1);

    /// <summary>The file itself.</summary>
    public required ConfigurationFile File { get; init; }

    /// <summary>Global <c>scrape_interval</c>.</summary>
    public required TimeSpan ScrapeInterval { get; init; }

    /// <summary>Global <c>scrape_timeout</c>.</summary>
    public required TimeSpan ScrapeTimeout { get; init; }

    /// <summary>Global <c>evaluation_interval</c>.</summary>
    public required TimeSpan EvaluationInterval { get; init; }

    /// <summary>Labels that Prometheus adds to every alert.</summary>
    public required ImmutableSortedDictionary<string, string> ExternalLabels { get; init; }

    /// <summary><c>rule_files</c>: patterns of the rule files to load.</summary>
    public required ImmutableArray<RuleFilePattern> RuleFilePatterns { get; init; }

    /// <summary><c>scrape_configs</c>, in the order of the file.</summary>
    public required ImmutableArray<ScrapeJob> Jobs { get; init; }

    /// <summary>The external labels with their places, in the order of the file.</summary>
    public ImmutableArray<ConfigurationEntry> ExternalLabelEntries { get; init; } = [];

    /// <summary>All of <c>global</c>, as written.</summary>
    public ImmutableArray<ConfigurationField> Global { get; init; } = [];

    /// <summary><c>alerting.alertmanagers</c>: where alerts are sent, in the order of the file. Prometheus without any tells nobody.</summary>
    public ImmutableArray<AlertmanagerTarget> Alertmanagers { get; init; } = [];

    /// <summary><c>alerting.alert_relabel_configs</c>: what is done to an alert's labels before it is sent.</summary>
    public ImmutableArray<RelabelStep> AlertRelabelSteps { get; init; } = [];

    /// <summary>What else stands in the file, as written: <c>remote_write</c>, <c>storage</c>, or what Prometheus does not know.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];
}

/// <summary>An entry of <c>rule_files</c>.</summary>
/// <param name="Pattern">Path whose last part may hold wildcards; a relative one starts at the folder of prometheus.yml.</param>
/// <param name="Position">Where it stands.</param>
public sealed record RuleFilePattern(string Pattern, SourcePosition Position);

/// <summary>An entry of <c>alerting.alertmanagers</c>.</summary>
/// <param name="StaticTargets">Its static targets.</param>
/// <param name="Discoveries">Its service discoveries.</param>
/// <param name="Extra">What else stands in it, as written: scheme, path_prefix, timeout, api_version, …</param>
/// <param name="Position">Where it stands.</param>
public sealed record AlertmanagerTarget(
    ImmutableArray<StaticTargets> StaticTargets, ImmutableArray<ServiceDiscovery> Discoveries, ImmutableArray<ConfigurationField> Extra, SourcePosition Position);
