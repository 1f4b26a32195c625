using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>A comparison that every value passes.</summary>
public sealed class AlwaysTrue : ICheck
{
    /// <inheritdoc/>
    public string Name => "expression/always-true";

    /// <inheritdoc/>
    public string About => "a comparison that every value passes";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var values = new KnownValues(subject.Supply);
        return from expression in RuleExpression.Of(subject)
               from comparison in ConstantComparison.In(expression.Root)
               where !AsksForPresence(comparison.Signal)
               let range = values.ByMetrics(comparison.Signal)
               where comparison.AlwaysHolds(range) && !range.IsConstant
               select Report(expression, comparison, range);
    }

    private Finding Report(RuleExpression expression, ConstantComparison comparison, ValueRange range)
    {
        var isAlert = expression.Alert is not null && expression.Root.WithoutParentheses() == comparison.Node;
        return expression.At(
            comparison.Node, Name, isAlert ? Severity.Error : Severity.Warning,
            $"{(isAlert ? "this alert fires all the time" : "this comparison drops nothing")}: {NeverTrue.Describe(expression, comparison.Signal, range)}, hence always {comparison.Operator.Text()} {Numbers.Text(comparison.Number)}",
            null);
    }

    // "count(x == 0) > 0" asks whether there is any: that it has a value is what it is about.
    private static bool AsksForPresence(PromQlExpression signal) => signal.DescendantsAndSelf().Any(node => node switch
    {
        AggregateExpression { Operator: "count" or "count_values" or "group" } => true,
        Call { Function.Name: "absent" or "absent_over_time" or "present_over_time" or "count_over_time" or "vector" } => true,
        BinaryExpression binary => binary.Operator.IsSetOperator() || (binary.Operator.IsComparison() && !binary.ReturnsBool),
        VectorSelector { Name: "ALERTS" } => true,
        _ => false,
    });
}
