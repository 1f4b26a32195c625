using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads <c>promtail.yml</c>: relabelling, and the stages json, labels and timestamp.</summary>
internal static class PromtailReader
{
    public static PromtailFile Read(ConfigurationFile file) =>
        new(file, [.. YamlFile.Parse(file).RootMap().Maps("scrape_configs").Select(ReadJob)]);

    private static PromtailJob ReadJob(YamlMap job)
    {
        var stages = job.Maps("pipeline_stages").ToList();
        var timestamp = stages.Select(s => s.Map("timestamp")).FirstOrDefault(t => t is not null);
        return new PromtailJob
        {
            Targets = job.Maps("relabel_configs").Where(r => r.Text("target_label") is not null).GroupBy(r => r.Text("target_label")!)
                .ToImmutableSortedDictionary(r => r.Key, r => r.SelectMany(c => c.Texts("source_labels")).Select(s => s.Text).ToImmutableArray(), StringComparer.Ordinal),
            Expressions = stages.Select(s => s.Map("json")?.TextMap("expressions")).FirstOrDefault(e => e is not null) ?? ImmutableSortedDictionary<string, string>.Empty,
            Labels = stages.SelectMany(s => s.TextMap("labels")).DistinctBy(l => l.Key).ToImmutableSortedDictionary(l => l.Key, l => l.Value.Length > 0 ? l.Value : l.Key, StringComparer.Ordinal),
            TimestampSource = timestamp?.Text("source"),
            TimestampFormat = timestamp?.Text("format"),
        };
    }
}
