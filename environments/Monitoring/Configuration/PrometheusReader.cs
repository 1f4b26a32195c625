using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads <c>prometheus.yml</c>.</summary>
internal static class PrometheusReader
{
    private const string Discovery = "_sd_configs";

    public static PrometheusFile Read(ConfigurationFile file) => Read(YamlFile.Parse(file));

    public static PrometheusFile Read(YamlFile yaml)
    {
        var root = yaml.RootMap();
        var global = root.Map("global") ?? YamlMap.Empty(yaml);
        var alerting = root.Map("alerting") ?? YamlMap.Empty(yaml);
        var interval = global.Duration("scrape_interval") ?? PrometheusFile.DefaultScrapeInterval;
        var timeout = global.Duration("scrape_timeout") ?? Least(PrometheusFile.DefaultScrapeTimeout, interval);
        return new PrometheusFile
        {
            File = yaml.File,
            ScrapeInterval = interval,
            ScrapeTimeout = timeout,
            EvaluationInterval = global.Duration("evaluation_interval") ?? PrometheusFile.DefaultEvaluationInterval,
            ExternalLabels = global.TextMap("external_labels"),
            RuleFilePatterns = [.. root.Texts("rule_files").Select(p => new RuleFilePattern(p.Text, p.Position))],
            Jobs = [.. root.Maps("scrape_configs").Select(job => ReadJob(job, interval, timeout))],
            ExternalLabelEntries = global.Entries("external_labels"),
            Global = global.Fields(),
            Alertmanagers = [.. alerting.Maps("alertmanagers").Select(ReadAlertmanager)],
            AlertRelabelSteps = ReadSteps(alerting, "alert_relabel_configs"),
            Extra = root.Fields("global", "alerting", "rule_files", "scrape_configs"),
        };
    }

    private static ScrapeJob ReadJob(YamlMap job, TimeSpan globalInterval, TimeSpan globalTimeout)
    {
        var interval = job.Duration("scrape_interval") ?? globalInterval;
        var timeout = job.Duration("scrape_timeout") ?? Least(globalTimeout, interval);
        return new ScrapeJob(job.RequiredText("job_name", "a scrape configuration"), interval, timeout, job.Position)
        {
            NamePosition = job.PositionOfValue("job_name"),
            ScrapeIntervalText = job.Located("scrape_interval"),
            ScrapeTimeoutText = job.Located("scrape_timeout"),
            MetricsPath = job.Located("metrics_path"),
            Scheme = job.Located("scheme"),
            HonorLabels = job.Flag("honor_labels") ?? false,
            StaticTargets = ReadStaticTargets(job),
            Discoveries = ReadDiscoveries(job),
            RelabelSteps = ReadSteps(job, "relabel_configs"),
            MetricRelabelSteps = ReadSteps(job, "metric_relabel_configs"),
            Extra = job.Fields(
                ["job_name", "scrape_interval", "scrape_timeout", "metrics_path", "scheme", "honor_labels", "static_configs", "relabel_configs", "metric_relabel_configs", .. DiscoveryKeys(job)]),
        };
    }

    private static AlertmanagerTarget ReadAlertmanager(YamlMap map) => new(
        ReadStaticTargets(map), ReadDiscoveries(map), map.Fields(["static_configs", .. DiscoveryKeys(map)]), map.Position);

    private static ImmutableArray<StaticTargets> ReadStaticTargets(YamlMap map) =>
        [.. map.Maps("static_configs").Select(s => new StaticTargets(s.LocatedTexts("targets"), s.Entries("labels"), s.Position))];

    private static ImmutableArray<ServiceDiscovery> ReadDiscoveries(YamlMap map) =>
        [.. DiscoveryKeys(map).SelectMany(key => map.Maps(key).Select(d => new ServiceDiscovery(key[..^Discovery.Length], d.ToNode(), d.Position)))];

    private static IEnumerable<string> DiscoveryKeys(YamlMap map) => map.Keys.Where(k => k.EndsWith(Discovery, StringComparison.Ordinal));

    /// <summary>Reads steps of relabelling.</summary>
    internal static ImmutableArray<RelabelStep> ReadSteps(YamlMap map, string key) => [.. map.Maps(key).Select(ReadStep)];

    private static RelabelStep ReadStep(YamlMap step) => new()
    {
        Action = step.Text("action")?.ToLowerInvariant() ?? RelabelStep.DefaultAction,
        ActionText = step.Located("action"),
        SourceLabels = step.LocatedTexts("source_labels"),
        Separator = step.Located("separator"),
        Regex = step.Located("regex"),
        TargetLabel = step.Located("target_label"),
        Replacement = step.Located("replacement"),
        Modulus = step.Located("modulus"),
        Extra = step.Fields("action", "source_labels", "separator", "regex", "target_label", "replacement", "modulus"),
        Position = step.Position,
    };

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
