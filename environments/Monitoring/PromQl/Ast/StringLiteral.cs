using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

/// <summary>A string.</summary>
/// <param name="value">What it means, without quotes and escapes.</param>
/// <param name="start">Offset of its first character.</param>
/// <param name="end">Offset just behind its last character.</param>
public sealed class StringLiteral(string value, int start, int end) : PromQlExpression(PromQlType.String, start, end, 1)
{
    /// <summary>What it means, without quotes and escapes; a byte that is no UTF-8 is the lone surrogate U+DC00 + byte.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override ImmutableArray<PromQlExpression> Children => [];
}
