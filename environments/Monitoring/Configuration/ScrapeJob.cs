using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>An entry of <c>scrape_configs</c>. Durations are documented time and effective: the job's own, else the global ones.</summary>
/// <param name="Name"><c>job_name</c>.</param>
/// <param name="ScrapeInterval">Time between two scrapes.</param>
/// <param name="ScrapeTimeout">Time after which a scrape has failed.</param>
/// <param name="Position">Where it stands.</param>
public sealed record ScrapeJob(string Name, TimeSpan ScrapeInterval, TimeSpan ScrapeTimeout, SourcePosition Position)
{
    /// <summary>Prometheus' default for <c>metrics_path</c>.</summary>
    public const string DefaultMetricsPath = "/metrics";

    /// <summary>Prometheus' default for <c>scheme</c>.</summary>
    public const string DefaultScheme = "http";

    /// <summary>Where the name stands.</summary>
    public SourcePosition NamePosition { get; init; } = Position;

    /// <summary>The job's own <c>scrape_interval</c> as written; null when missing.</summary>
    public ConfigurationText? ScrapeIntervalText { get; init; }

    /// <summary>The job's own <c>scrape_timeout</c> as written; null when missing.</summary>
    public ConfigurationText? ScrapeTimeoutText { get; init; }

    /// <summary><c>metrics_path</c>; null when missing, which means <see cref="DefaultMetricsPath"/>.</summary>
    public ConfigurationText? MetricsPath { get; init; }

    /// <summary><c>scheme</c>; null when missing, which means <see cref="DefaultScheme"/>.</summary>
    public ConfigurationText? Scheme { get; init; }

    /// <summary><c>honor_labels</c>: whether a scraped label wins over the target's own of that name.</summary>
    public bool HonorLabels { get; init; }

    /// <summary><c>static_configs</c>, in the order of the file.</summary>
    public ImmutableArray<StaticTargets> StaticTargets { get; init; } = [];

    /// <summary>Every <c>*_sd_configs</c> entry, in the order of the file.</summary>
    public ImmutableArray<ServiceDiscovery> Discoveries { get; init; } = [];

    /// <summary><c>relabel_configs</c>: what is done to a target's labels, in this order.</summary>
    public ImmutableArray<RelabelStep> RelabelSteps { get; init; } = [];

    /// <summary><c>metric_relabel_configs</c>: what is done to a sample's labels, in this order.</summary>
    public ImmutableArray<RelabelStep> MetricRelabelSteps { get; init; } = [];

    /// <summary>What else stands in it, as written: tls_config, params, sample_limit, …</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];
}

/// <summary>An entry of <c>static_configs</c>.</summary>
/// <param name="Targets">Addresses.</param>
/// <param name="Labels">Labels that every target of the entry gets.</param>
/// <param name="Position">Where it stands.</param>
public sealed record StaticTargets(ImmutableArray<ConfigurationText> Targets, ImmutableArray<ConfigurationEntry> Labels, SourcePosition Position);

/// <summary>An entry of a service discovery.</summary>
/// <param name="Kind">kubernetes, file, dns, ec2, …: the key in the file without <c>_sd_configs</c>.</param>
/// <param name="Settings">The entry, as written.</param>
/// <param name="Position">Where it stands.</param>
public sealed record ServiceDiscovery(string Kind, ConfigurationMap Settings, SourcePosition Position);

/// <summary>A step of relabelling.</summary>
public sealed record RelabelStep
{
    /// <summary>Prometheus' default for <c>action</c>.</summary>
    public const string DefaultAction = "replace";

    /// <summary>Prometheus' default for <c>separator</c>.</summary>
    public const string DefaultSeparator = ";";

    /// <summary>Prometheus' default for <c>regex</c>, which matches all but texts with a line break.</summary>
    public const string DefaultRegex = "(.*)";

    /// <summary>Prometheus' default for <c>replacement</c>.</summary>
    public const string DefaultReplacement = "$1";

    /// <summary><c>action</c> in lower case, as Prometheus reads it: replace, keep, drop, labelmap, labeldrop, labelkeep, hashmod, …</summary>
    public required string Action { get; init; }

    /// <summary><c>action</c> as written; null when missing.</summary>
    public ConfigurationText? ActionText { get; init; }

    /// <summary><c>source_labels</c>: the labels whose values, joined by the separator, are looked at.</summary>
    public ImmutableArray<ConfigurationText> SourceLabels { get; init; } = [];

    /// <summary><c>separator</c>; null when missing, which means <see cref="DefaultSeparator"/>.</summary>
    public ConfigurationText? Separator { get; init; }

    /// <summary><c>regex</c>, which must match the whole value; null when missing, which means <see cref="DefaultRegex"/>.</summary>
    public ConfigurationText? Regex { get; init; }

    /// <summary><c>target_label</c>; null when missing.</summary>
    public ConfigurationText? TargetLabel { get; init; }

    /// <summary><c>replacement</c>; null when missing, which means <see cref="DefaultReplacement"/>.</summary>
    public ConfigurationText? Replacement { get; init; }

    /// <summary><c>modulus</c>; null when missing.</summary>
    public ConfigurationText? Modulus { get; init; }

    /// <summary>What else stands in it; Prometheus refuses such a step.</summary>
    public ImmutableArray<ConfigurationField> Extra { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public required SourcePosition Position { get; init; }
}
