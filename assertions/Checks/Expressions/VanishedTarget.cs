using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>An alert about something that is down, which what is gone altogether escapes.</summary>
public sealed class VanishedTarget : ICheck
{
    /// <inheritdoc/>
    public string Name => "expression/vanished-target";

    /// <inheritdoc/>
    public string About => "an alert about what is down, which what is gone altogether escapes";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var asked = Asked(subject);
        return from expression in RuleExpression.Of(subject)
               where expression.Alert is not null
               from comparison in ConstantComparison.In(expression.Root)
               where comparison is { Operator: BinaryOperator.Equal, Number: 0 } or { Operator: BinaryOperator.Less, Number: > 0 and <= 1 }
               let selector = comparison.Signal.WithoutParentheses() as VectorSelector
               let metric = selector is null ? null : Selectors.MetricOf(selector)
               where metric is not null && !asked.Contains(metric)
               let why = Why(subject.Supply, selector, metric)
               where why is not null
               select expression.At(comparison.Node, Name, Severity.Info, $"{why}, and what is not there is not {comparison.Operator.Text()} {comparison.Number:0.######}: no alert asks for its absence", $"add an alert for absent({PromQlPrinter.Print(selector)})");
    }

    // Who asks for absence, or counts what is there.
    private static HashSet<string> Asked(CheckSubject subject) =>
    [
        .. from expression in RuleExpression.Of(subject)
           where expression.Alert is not null
           from node in expression.Nodes
           where node is Call { Function.Name: "absent" or "absent_over_time" } or AggregateExpression { Operator: "count" }
           from selector in node.DescendantsAndSelf().OfType<VectorSelector>()
           let metric = Selectors.MetricOf(selector)
           where metric is not null
           select metric,
    ];

    private static string? Why(MetricSupply supply, VectorSelector selector, string metric)
    {
        if (metric != "up")
        {
            return metric.EndsWith("_up", StringComparison.Ordinal) && supply.Find(metric) is Supply.Scraped { Metric.Unit: MetricUnit.Boolean } scraped
                ? $"while {string.Join(" or ", scraped.Jobs.Select(j => j.Job.Name))} is down there is no {metric} at all" : null;
        }

        var jobs = supply.Jobs.Where(j => selector.Matchers.All(m => m is not { Name: "job", Type: LabelMatchType.Equal } || m.Value == j.Job.Name)).ToList();
        return jobs.Find(j => !j.Job.Discoveries.IsEmpty) is { } found ? $"a target of {found.Job.Name} that discovery no longer finds has no up at all" : null;
    }
}
