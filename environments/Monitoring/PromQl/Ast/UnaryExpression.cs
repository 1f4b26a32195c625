using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>A sign in front of an expression that is no bare number.</summary>
/// <param name="isNegative">Whether the sign is <c>-</c>; else <c>+</c>.</param>
/// <param name="expression">What it stands in front of.</param>
/// <param name="start">Offset of the sign.</param>
public sealed class UnaryExpression(bool isNegative, PromQlExpression expression, int start)
    : PromQlExpression(expression.Type, start, expression.End, expression.Depth + 1)
{
    /// <summary>Whether the sign is <c>-</c>; else <c>+</c>.</summary>
    public bool IsNegative { get; } = isNegative;

    /// <summary>What the sign stands in front of.</summary>
    public PromQlExpression Expression { get; } = expression;

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => [Expression];
}
