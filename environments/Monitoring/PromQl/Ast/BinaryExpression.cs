using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>Two expressions and an operator between them.</summary>
/// <param name="left">The left operand.</param>
/// <param name="op">The operator.</param>
/// <param name="right">The right operand.</param>
public sealed class BinaryExpression(PromQlExpression left, BinaryOperator op, PromQlExpression right)
    : PromQlExpression(TypeOf(left, right), left.Start, right.End, Math.Max(left is BinaryExpression ? left.Depth : left.Depth + 1, right.Depth + 1))
{
    /// <summary>The left operand.</summary>
    public PromQlExpression Left { get; } = left;

    /// <summary>The operator.</summary>
    public BinaryOperator Operator { get; } = op;

    /// <summary>The right operand.</summary>
    public PromQlExpression Right { get; } = right;

    /// <summary>Whether <c>bool</c> stands behind a comparison, so that it yields 0 or 1 and drops no sample.</summary>
    public bool ReturnsBool { get; init; }

    /// <summary>How the series of the two sides are paired; null unless both are vectors.</summary>
    public VectorMatching? Matching { get; init; }

    /// <summary>Where <c>bool</c>, <c>on (…)</c>, <c>group_left (…)</c> and the like stand; empty when there are none.</summary>
    public TextRange Modifiers { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => [Left, Right];

    private static PromQlType TypeOf(PromQlExpression left, PromQlExpression right) =>
        left.Type == PromQlType.Scalar && right.Type == PromQlType.Scalar ? PromQlType.Scalar : PromQlType.Vector;
}
