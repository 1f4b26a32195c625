using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>A metric that tells something on a replica only, while one server is scraped.</summary>
public sealed class WrongTarget : ICheck
{
    /// <inheritdoc/>
    public string Name => "metric/wrong-target";

    /// <inheritdoc/>
    public string About => "a metric that is constant on the only target that is scraped for it";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from expression in RuleExpression.Of(subject)
        from selector in expression.Nodes.OfType<VectorSelector>()
        let metric = Selectors.MetricOf(selector)
        where metric is not null && subject.Supply.Find(metric) is Supply.Scraped { Metric.IsReplicaOnly: true }
        let target = OnlyTarget((Supply.Scraped)subject.Supply.Find(metric))
        where target is not null
        select subject.Contracts.IsEmpty
            ? expression.At(selector, Name, Severity.Info, $"{metric} is 0 on a primary, and {target} is the only target that is scraped for it: it tells something only if that is a replica", "scrape the replicas, too")
            : expression.At(selector, Name, Severity.Error, $"{metric} is 0 on a primary, and {target}, the only target that is scraped for it, is that of the primary: this alert never fires", "scrape the exporter of the replica, too");

    private static string? OnlyTarget(Supply.Scraped supply) =>
        supply.Jobs.All(j => j.Job.Discoveries.IsEmpty) && supply.Jobs.SelectMany(j => j.Job.StaticTargets).SelectMany(s => s.Targets).Select(t => t.Value).ToList() is [var only] ? only : null;
}
