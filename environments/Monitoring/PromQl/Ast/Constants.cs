namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>What an expression is, apart from how it is written.</summary>
public static class Constants
{
    /// <summary>The expression inside all parentheses around it.</summary>
    public static PromQlExpression WithoutParentheses(this PromQlExpression expression)
    {
        while (expression is ParenExpression paren)
        {
            expression = paren.Expression;
        }

        return expression;
    }

    /// <summary>The number that an expression of numbers, signs and arithmetic always is; null for any other one.</summary>
    public static double? ConstantValue(this PromQlExpression expression) => expression.WithoutParentheses() switch
    {
        NumberLiteral number => number.Value,
        UnaryExpression unary => unary.IsNegative ? -unary.Expression.ConstantValue() : unary.Expression.ConstantValue(),
        BinaryExpression binary => Fold(binary),
        _ => null,
    };

    // A chain of left operands may be as long as the text: it is folded in a loop.
    private static double? Fold(BinaryExpression last)
    {
        var chain = new Stack<BinaryExpression>();
        PromQlExpression first = last;
        for (; first is BinaryExpression binary; first = binary.Left)
        {
            if (binary.Type != PromQlType.Scalar)
            {
                return null;
            }

            chain.Push(binary);
        }

        var value = first.ConstantValue();
        foreach (var binary in chain)
        {
            value = value is { } left && binary.Right.ConstantValue() is { } right ? Compute(left, binary.Operator, right) : null;
        }

        return value;
    }

    private static double? Compute(double left, BinaryOperator op, double right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Modulo => left % right,
        BinaryOperator.Atan2 => Math.Atan2(left, right),
        BinaryOperator.Power => Math.Pow(left, right),
        _ => null,
    };
}
