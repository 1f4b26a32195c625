using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>A number; signs in front of it are part of it.</summary>
/// <param name="value">Its value; seconds for a duration.</param>
/// <param name="isDuration">Whether it is written as a duration, e.g. <c>5m</c>.</param>
/// <param name="start">Offset of its first character.</param>
/// <param name="end">Offset just behind its last character.</param>
public sealed class NumberLiteral(double value, bool isDuration, int start, int end) : PromQlExpression(PromQlType.Scalar, start, end, 1)
{
    /// <summary>Its value; seconds for a duration.</summary>
    public double Value { get; } = value;

    /// <summary>Whether it is written as a duration, e.g. <c>5m</c>.</summary>
    public bool IsDuration { get; } = isDuration;

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => [];
}
