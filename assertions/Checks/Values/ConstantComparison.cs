using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Values;

/// <summary>A comparison with a number that lets samples pass, turned so that the samples are on its left.</summary>
/// <param name="Node">The comparison as written.</param>
/// <param name="Signal">What is compared.</param>
/// <param name="Operator">The operator, as seen from the signal.</param>
/// <param name="Number">The number.</param>
internal sealed record ConstantComparison(BinaryExpression Node, PromQlExpression Signal, BinaryOperator Operator, double Number)
{
    /// <summary>Whether great values pass.</summary>
    public bool IsAbove => Operator is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;

    /// <summary>All of an expression, in the order of the text.</summary>
    public static IEnumerable<ConstantComparison> In(PromQlExpression root) => root.DescendantsAndSelf().OfType<BinaryExpression>().Select(Of).OfType<ConstantComparison>();

    /// <summary>The comparison that a node is; null where it is none.</summary>
    public static ConstantComparison? Of(BinaryExpression node)
    {
        if (!node.Operator.IsComparison() || node.ReturnsBool || node.Type != PromQlType.Vector)
        {
            return null;
        }

        return node.Left.Type == PromQlType.Vector
            ? node.Right.ConstantValue() is { } right ? new ConstantComparison(node, node.Left, node.Operator, right) : null
            : node.Left.ConstantValue() is { } left ? new ConstantComparison(node, node.Right, node.Operator.Mirror(), left) : null;
    }

    /// <summary>Whether no value of a range passes.</summary>
    public bool NeverHolds(ValueRange range) => Operator switch
    {
        BinaryOperator.Greater => range.Max <= Number,
        BinaryOperator.GreaterOrEqual => range.Max < Number,
        BinaryOperator.Less => range.Min >= Number,
        BinaryOperator.LessOrEqual => range.Min > Number,
        BinaryOperator.Equal => Number < range.Min || Number > range.Max || (range.IsWhole && !double.IsInteger(Number)),
        _ => range.IsConstant && range.Min.Equals(Number),
    };

    /// <summary>Whether every value of a range passes.</summary>
    public bool AlwaysHolds(ValueRange range) => !range.MayBeNaN && Operator switch
    {
        BinaryOperator.Greater => range.Min > Number,
        BinaryOperator.GreaterOrEqual => range.Min >= Number,
        BinaryOperator.Less => range.Max < Number,
        BinaryOperator.LessOrEqual => range.Max <= Number,
        BinaryOperator.Equal => range.IsConstant && range.Min.Equals(Number),
        _ => Number < range.Min || Number > range.Max || (range.IsWhole && !double.IsInteger(Number)),
    };
}
