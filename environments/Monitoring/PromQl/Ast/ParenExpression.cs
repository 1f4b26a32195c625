using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>An expression in parentheses.</summary>
/// <param name="expression">What is inside.</param>
/// <param name="start">Offset of the opening parenthesis.</param>
/// <param name="end">Offset just behind the closing one.</param>
public sealed class ParenExpression(PromQlExpression expression, int start, int end)
    : PromQlExpression(expression.Type, start, end, expression.Depth + 1)
{
    /// <summary>What is inside.</summary>
    public PromQlExpression Expression { get; } = expression;

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => [Expression];
}
