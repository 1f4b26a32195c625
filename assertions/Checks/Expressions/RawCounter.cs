using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>A counter that is compared as it is, and not its increase.</summary>
public sealed class RawCounter : ICheck
{
    /// <inheritdoc/>
    public string Name => "expression/raw-counter";

    /// <inheritdoc/>
    public string About => "an alert that compares a counter itself, which only goes up, and not its increase";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from expression in RuleExpression.Of(subject)
        where expression.Alert is not null
        from comparison in ConstantComparison.In(expression.Root)
        where comparison.IsAbove && comparison.Number >= 0
        let selector = Counted(comparison.Signal)
        let metric = selector is null ? null : Selectors.MetricOf(selector)
        where metric is not null && subject.Supply.Describe(metric) is { Type: MetricType.Counter }
        select expression.At(
            selector,
            Name,
            Severity.Warning,
            $"{metric} is a counter: once it is {comparison.Operator.Text()} {Numbers.Text(comparison.Number)} it stays so until its program restarts, and so does the alert",
            $"compare increase({metric}[…]) or rate({metric}[…])");

    private static VectorSelector? Counted(PromQlExpression signal) => signal.WithoutParentheses() switch
    {
        VectorSelector selector => selector,
        AggregateExpression { Operator: "sum" or "min" or "max" or "avg" } aggregate => Counted(aggregate.Expression),
        _ => null,
    };
}
