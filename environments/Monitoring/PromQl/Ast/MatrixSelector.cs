using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>The samples of series over a range.</summary>
/// <param name="selector">The series, and what moves the range in time.</param>
/// <param name="range">How long it is.</param>
/// <param name="end">Offset just behind its last character, modifiers included.</param>
public sealed class MatrixSelector(VectorSelector selector, DurationLiteral range, int end)
    : PromQlExpression(PromQlType.Matrix, selector.Start, end, selector.Depth + 1)
{
    /// <summary>The series, and what moves the range in time.</summary>
    public VectorSelector Selector { get; } = selector;

    /// <summary>How long the range is.</summary>
    public DurationLiteral Range { get; } = range;

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => [Selector];

    /// <summary>The same with other modifiers, up to another end.</summary>
    internal MatrixSelector With(TimeModifiers modifiers, int end) => new(Selector.With(modifiers, Selector.End), Range, end);
}
