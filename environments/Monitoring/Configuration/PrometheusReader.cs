using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads <c>prometheus.yml</c>.</summary>
internal static class PrometheusReader
{
    public static PrometheusFile Read(ConfigurationFile file)
    {
        var yaml = YamlFile.Parse(file);
        var root = yaml.RootMap();
        var global = root.Map("global") ?? YamlMap.Empty(yaml);
        var interval = global.Duration("scrape_interval") ?? PrometheusFile.DefaultScrapeInterval;
        var timeout = global.Duration("scrape_timeout") ?? Least(PrometheusFile.DefaultScrapeTimeout, interval);
        return new PrometheusFile
        {
            File = file,
            ScrapeInterval = interval,
            ScrapeTimeout = timeout,
            EvaluationInterval = global.Duration("evaluation_interval") ?? PrometheusFile.DefaultEvaluationInterval,
            ExternalLabels = global.TextMap("external_labels"),
            RuleFilePatterns = [.. root.Texts("rule_files").Select(p => new RuleFilePattern(p.Text, p.Position))],
            Jobs = [.. root.Maps("scrape_configs").Select(job => ReadJob(job, interval, timeout))],
        };
    }

    private static ScrapeJob ReadJob(YamlMap job, TimeSpan globalInterval, TimeSpan globalTimeout)
    {
        var interval = job.Duration("scrape_interval") ?? globalInterval;
        var timeout = job.Duration("scrape_timeout") ?? Least(globalTimeout, interval);
        return new ScrapeJob(job.RequiredText("job_name", "a scrape configuration"), interval, timeout, job.Position);
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
