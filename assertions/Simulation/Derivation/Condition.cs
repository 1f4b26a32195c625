using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Simulation.Derivation;

/// <summary>What a rule compares with what.</summary>
/// <param name="Compared">The left side, or the right one where the number stands left.</param>
/// <param name="Comparator">When it is bad.</param>
/// <param name="Threshold">The number.</param>
/// <param name="Divisor">What the number is a share of; null where it is no share.</param>
internal sealed record Condition(PromQlExpression Compared, Comparator Comparator, double Threshold, PromQlExpression? Divisor)
{
    /// <summary>The condition that an expression is.</summary>
    /// <exception cref="NotDrivableException">It is none, or one of several.</exception>
    public static Condition Of(PromQlExpression expression) => expression.WithoutParentheses() switch
    {
        BinaryExpression { ReturnsBool: false } comparison when comparison.Operator.IsComparison() => Of(comparison),
        BinaryExpression set when set.Operator.IsSetOperator() => throw new NotDrivableException($"it joins conditions with {set.Operator.Text()}"),
        _ => throw new NotDrivableException("it is no comparison"),
    };

    private static Condition Of(BinaryExpression comparison)
    {
        var (left, right) = (comparison.Left.ConstantValue(), comparison.Right.ConstantValue());
        return (left, right) switch
        {
            ({ }, { }) => throw new NotDrivableException("it compares two numbers"),
            (null, { } number) => new(comparison.Left, ComparatorOf(comparison.Operator), number, null),
            ({ } number, null) => new(comparison.Right, ComparatorOf(comparison.Operator.Mirror()), number, null),
            _ => OfShare(comparison),
        };
    }

    // a > b * 0.9 holds when a / b is above 0.9, for what is above 0 as measured values are.
    private static Condition OfShare(BinaryExpression comparison)
    {
        var (share, of) = comparison.Right.WithoutParentheses() switch
        {
            BinaryExpression { Operator: BinaryOperator.Multiply } product when product.Right.ConstantValue() is { } number and > 0 => (number, product.Left),
            BinaryExpression { Operator: BinaryOperator.Multiply } product when product.Left.ConstantValue() is { } number and > 0 => (number, product.Right),
            BinaryExpression { Operator: BinaryOperator.Divide } quotient when quotient.Right.ConstantValue() is { } number and > 0 => (1 / number, quotient.Left),
            var whole => (1, whole),
        };
        return new(comparison.Left, ComparatorOf(comparison.Operator), share, of);
    }

    private static Comparator ComparatorOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => Comparator.Above,
        BinaryOperator.Less or BinaryOperator.LessOrEqual => Comparator.Below,
        BinaryOperator.Equal => Comparator.EqualTo,
        _ => throw new NotDrivableException($"it compares with {op.Text()}"),
    };
}
