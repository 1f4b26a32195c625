using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>An expression evaluated again and again over a range.</summary>
/// <param name="expression">What is evaluated.</param>
/// <param name="range">How long the range is.</param>
/// <param name="step">Time between evaluations; null for the server's evaluation interval.</param>
/// <param name="modifiers">What moves it in time.</param>
/// <param name="end">Offset just behind its last character, modifiers included.</param>
public sealed class SubqueryExpression(PromQlExpression expression, DurationLiteral range, DurationLiteral? step, TimeModifiers modifiers, int end)
    : PromQlExpression(PromQlType.Matrix, expression.Start, end, expression.Depth + 1)
{
    /// <summary>What is evaluated.</summary>
    public PromQlExpression Expression { get; } = expression;

    /// <summary>How long the range is.</summary>
    public DurationLiteral Range { get; } = range;

    /// <summary>Time between evaluations; null for the server's evaluation interval.</summary>
    public DurationLiteral? Step { get; } = step;

    /// <summary>What moves it in time.</summary>
    public TimeModifiers Modifiers { get; } = modifiers;

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => [Expression];

    /// <summary>The same with other modifiers, up to another end.</summary>
    internal SubqueryExpression With(TimeModifiers modifiers, int end) => new(Expression, Range, Step, modifiers, end);
}
