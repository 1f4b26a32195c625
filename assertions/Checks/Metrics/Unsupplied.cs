using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>A metric that no scrape job and no recording rule supplies.</summary>
public sealed class Unsupplied : ICheck
{
    /// <inheritdoc/>
    public string Name => "metric/unsupplied";

    /// <inheritdoc/>
    public string About => "a metric that no scrape job and no recording rule supplies";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        RuleExpression.Of(subject).SelectMany(e => InRule(subject.Supply, e)).Concat(InDashboards(subject));

    private IEnumerable<Finding> InRule(MetricSupply supply, RuleExpression expression)
    {
        var missing = Missing(supply, expression.Root).ToList();
        if (missing.Count == 0)
        {
            yield break;
        }

        var needed = Needs.Of(expression.Root);
        var absent = expression.Nodes.OfType<Call>().Where(c => c.Function.Name is "absent" or "absent_over_time").ToList();
        foreach (var (selector, metric, why) in missing)
        {
            var isAsked = absent.Exists(c => c.Start <= selector.Start && selector.End <= c.End);
            var consequence = (expression.Alert, needed.Contains(metric), isAsked) switch
            {
                (_, _, true) => "so that it is always absent",
                (null, true, _) => "so that nothing is recorded",
                (_, true, _) => "so that this alert never fires",
                _ => "so that this part of the expression never has a value",
            };
            var severity = needed.Contains(metric) || isAsked ? Severity.Error : Severity.Info;
            yield return expression.At(selector, Name, severity, $"nothing supplies {metric}, {consequence}: {why.Reason}", why.Mend);
        }
    }

    private static IEnumerable<(VectorSelector Selector, string Metric, Supply.Missing Why)> Missing(MetricSupply supply, PromQlExpression root) =>
        from selector in root.DescendantsAndSelf().OfType<VectorSelector>()
        let metric = Selectors.MetricOf(selector)
        where metric is not null
        group selector by metric into same
        let why = supply.Find(same.Key) as Supply.Missing
        where why is not null
        select (same.First(), same.Key, why);

    // The strategy's dashboards stand in no file of the configuration: what they lack is missing in prometheus.yml.
    private IEnumerable<Finding> InDashboards(CheckSubject subject)
    {
        if (subject.Contracts.IsEmpty || subject.Folder.Prometheus is not { } prometheus)
        {
            return [];
        }

        return from panel in StrategyDashboards.Panels
               where panel.Query is not null
               from missing in Missing(subject.Supply, PromQlParser.Parse(panel.Query!))
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Error,
                   Subject = panel.Title,
                   Position = new SourcePosition(prometheus.File.Name, 1, 1),
                   Message = $"nothing supplies {missing.Metric}, which the strategy's dashboard shows: {missing.Why.Reason}",
                   Fix = missing.Why.Mend,
               };
    }
}
