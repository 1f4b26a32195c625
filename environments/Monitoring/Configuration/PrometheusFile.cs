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
}

/// <summary>An entry of <c>rule_files</c>.</summary>
/// <param name="Pattern">Path whose last part may hold wildcards; a relative one starts at the folder of prometheus.yml.</param>
/// <param name="Position">Where it stands.</param>
public sealed record RuleFilePattern(string Pattern, SourcePosition Position);

/// <summary>An entry of <c>scrape_configs</c>. Durations are documented time and effective: the job's own, else the global ones.</summary>
/// <param name="Name"><c>job_name</c>.</param>
/// <param name="ScrapeInterval">Time between two scrapes.</param>
/// <param name="ScrapeTimeout">Time after which a scrape has failed.</param>
/// <param name="Position">Where it stands.</param>
public sealed record ScrapeJob(string Name, TimeSpan ScrapeInterval, TimeSpan ScrapeTimeout, SourcePosition Position);
