using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>A selector that names a job which nothing scrapes.</summary>
public sealed class UnknownJob : ICheck
{
    private const string Job = "job";

    /// <inheritdoc/>
    public string Name => "metric/unknown-job";

    /// <inheritdoc/>
    public string About => "a selector that asks for a job which prometheus.yml does not scrape";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        if (subject.Folder.Prometheus is not { Jobs.IsEmpty: false } prometheus || !AreAllKnown(prometheus))
        {
            return [];
        }

        var jobs = prometheus.Jobs.Select(j => j.Name).ToList();
        var others = subject.Recordings.Select(r => r.Rule.Name).Append("ALERTS").Append("ALERTS_FOR_STATE").ToHashSet();
        return from expression in RuleExpression.Of(subject)
               from selector in expression.Nodes.OfType<VectorSelector>()
               from matcher in selector.Matchers
               where matcher is { Name: Job, Type: LabelMatchType.Equal, Value.Length: > 0 } && !jobs.Contains(matcher.Value)
               // up is Prometheus' own; what else a target shows may bring along a job where its labels are honoured.
               where selector.Name == "up" || !(others.Contains(selector.Name) || prometheus.Jobs.Any(j => j.HonorLabels))
               let near = jobs.Where(j => EditDistance.Within(j, matcher.Value, 2) is not null).Order(StringComparer.Ordinal).FirstOrDefault()
               select expression.At(
                   selector, Name, Severity.Error, $"prometheus.yml has no job {matcher.Value}, so that {expression.Quote(selector)} has no value",
                   near is null ? "name a job that is scraped, or scrape it" : $"write job=\"{near}\"");
    }

    // Relabelling, the targets' own labels, and files and servers that are not read here may give any job.
    private static bool AreAllKnown(PrometheusFile prometheus) =>
        !prometheus.Extra.Any(f => f.Name is "scrape_config_files" or "remote_read")
        && prometheus.Jobs.All(j => j.StaticTargets.All(t => t.Labels.All(l => l.Name != Job)) && j.Discoveries.All(d => d.Kind is not ("file" or "http"))
            && j.RelabelSteps.Concat(j.MetricRelabelSteps).All(s => s.TargetLabel?.Value != Job && s.Action is ("replace" or "keep" or "drop")));
}
