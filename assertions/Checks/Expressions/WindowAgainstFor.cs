using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>An alert for any event in a window that is no longer than <c>for</c>, so that it does not fire for an event.</summary>
public sealed class WindowAgainstFor : ICheck
{
    /// <inheritdoc/>
    public string Name => "expression/window-against-for";

    /// <inheritdoc/>
    public string About => "an alert for any event in a window that is no longer than for: one event never makes it fire";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from expression in RuleExpression.Of(subject)
        let wait = expression.Alert?.Rule.For ?? TimeSpan.Zero
        where wait > TimeSpan.Zero && expression.Root.WithoutParentheses() is BinaryExpression
        let comparison = ConstantComparison.Of((BinaryExpression)expression.Root.WithoutParentheses())
        where comparison is { Operator: BinaryOperator.Greater, Number: 0 }
        let matrix = Window(comparison.Signal)
        where matrix is not null && matrix.Range.Value <= wait
        select expression.At(
            new TextRange(matrix.Range.Literal.Start, matrix.Range.Literal.End),
            Name,
            Severity.Info,
            $"an event counts for {Numbers.Duration(matrix.Range.Value)}, and for is {Numbers.Duration(wait)}: this alert fires for events that go on, and never for a single one",
            "make the window longer than for, or leave for out, where one event is enough");

    private static MatrixSelector? Window(PromQlExpression signal) => signal.WithoutParentheses() switch
    {
        Call { Function.Name: "increase" or "rate" or "changes" } call => call.Arguments[0].WithoutParentheses() as MatrixSelector,
        AggregateExpression { Operator: "sum" or "max" } aggregate => Window(aggregate.Expression),
        _ => null,
    };
}
