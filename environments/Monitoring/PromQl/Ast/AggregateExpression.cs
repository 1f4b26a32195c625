using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>An aggregation over the series of a vector.</summary>
/// <param name="op">The aggregation, e.g. <c>topk</c>.</param>
/// <param name="parameter">Its parameter; null for an aggregation that takes none.</param>
/// <param name="expression">The vector.</param>
/// <param name="start">Offset of the aggregation's name.</param>
/// <param name="end">Offset just behind the last parenthesis.</param>
public sealed class AggregateExpression(string op, PromQlExpression? parameter, PromQlExpression expression, int start, int end)
    : PromQlExpression(PromQlType.Vector, start, end, Math.Max(parameter?.Depth ?? 0, expression.Depth) + 1)
{
    /// <summary>The aggregation, e.g. <c>topk</c>.</summary>
    public string Operator { get; } = op;

    /// <summary>Its parameter: how many, which quantile, which label; null for an aggregation that takes none.</summary>
    public PromQlExpression? Parameter { get; } = parameter;

    /// <summary>The vector.</summary>
    public PromQlExpression Expression { get; } = expression;

    /// <summary>The labels of <c>by</c> or <c>without</c>.</summary>
    public ImmutableArray<string> Grouping { get; init; } = [];

    /// <summary>Whether series are grouped by all labels but <see cref="Grouping"/>; else by these alone.</summary>
    public bool Without { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => Parameter is null ? [Expression] : [Parameter, Expression];
}
