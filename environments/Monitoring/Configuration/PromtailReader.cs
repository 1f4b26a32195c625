using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads <c>promtail.yml</c>: relabelling, and the stages json, labels and timestamp.</summary>
internal static class PromtailReader
{
    private const string Discovery = "_sd_configs";
    private const string StaticTargets = "static_configs";
    private const string KubernetesTargets = "kubernetes" + Discovery;

    // Under these keys, of whatever stage or source of lines, names of labels stand.
    private static readonly string[] LabelKeys = ["labels", "static_labels", "external_labels"];

    // Sources of lines that are no files. Source: Promtail's documentation of scrape_configs.
    private static readonly string[] OtherSources =
        ["azure_event_hubs", "cloudflare", "docker" + Discovery, "gcplog", "gelf", "heroku_drain", "journal", "kafka", "loki_push_api", "syslog", "windows_events"];

    public static PromtailFile Read(ConfigurationFile file) => Read(YamlFile.Parse(file));

    public static PromtailFile Read(YamlFile yaml)
    {
        var root = yaml.RootMap();
        var external = root.Fields("scrape_configs").SelectMany(f => LabelsIn(f.Name, f.Value)).ToImmutableHashSet();
        return new PromtailFile(yaml.File, [.. root.Maps("scrape_configs").Select(job => ReadJob(job, external))]);
    }

    private static PromtailJob ReadJob(YamlMap job, ImmutableHashSet<string> external)
    {
        var stages = job.Maps("pipeline_stages").ToList();
        var timestamp = stages.Select(s => s.Map("timestamp")).FirstOrDefault(t => t is not null);
        var steps = PrometheusReader.ReadSteps(job, "relabel_configs");
        var targets = steps.Where(s => s.TargetLabel is not null).GroupBy(s => s.TargetLabel!.Value)
            .ToImmutableSortedDictionary(r => r.Key, r => r.SelectMany(c => c.SourceLabels).Select(s => s.Value).ToImmutableArray(), StringComparer.Ordinal);
        var set = external.Union(targets.Keys).Union(job.Fields().SelectMany(f => LabelsIn(f.Name, f.Value)));
        return new PromtailJob
        {
            Name = job.Text("job_name") ?? "",
            NamePosition = job.PositionOfValue("job_name"),
            Steps = steps,
            Targets = targets,
            SetLabels = set,
            Roles = [.. job.Maps(KubernetesTargets).Select(d => d.TextIfAny("role") ?? "").Distinct()],
            HasTargetsWithoutPath = !job.Keys.Any(OtherSources.Contains) && job.Keys.Any(k => k is StaticTargets or KubernetesTargets)
                && job.Keys.Where(k => k.EndsWith(Discovery, StringComparison.Ordinal)).All(k => k == KubernetesTargets)
                && !set.Contains(PromtailJob.Path) && !steps.Any(s => s.Action == "labelmap"),
            Expressions = stages.Select(s => s.Map("json")?.TextMap("expressions")).FirstOrDefault(e => e is not null) ?? ImmutableSortedDictionary<string, string>.Empty,
            Labels = stages.SelectMany(s => s.TextMap("labels")).DistinctBy(l => l.Key).ToImmutableSortedDictionary(l => l.Key, l => l.Value.Length > 0 ? l.Value : l.Key, StringComparer.Ordinal),
            TimestampSource = timestamp?.Text("source"),
            TimestampFormat = timestamp?.Text("format"),
        };
    }

    private static IEnumerable<string> LabelsIn(string name, ConfigurationNode node) => node switch
    {
        ConfigurationMap map => (LabelKeys.Contains(name) ? map.Fields.Select(f => f.Name) : []).Concat(map.Fields.SelectMany(f => LabelsIn(f.Name, f.Value))),
        ConfigurationList list => list.Items.SelectMany(i => LabelsIn("", i)),
        _ => [],
    };
}
