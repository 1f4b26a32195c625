using System.Globalization;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A number that is compared with, a fifth larger and a fifth smaller.</summary>
public sealed class Threshold : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "threshold";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from comparison in rule.Expression.Comparisons()
        from number in new[] { comparison.Left, comparison.Right }.SelectMany(Numbers)
        from value in Others(number.Value)
        from mutant in Replace(rule, edit, rule.Rule.ExprText, number.Start, number.End - number.Start, value.ToString("R", CultureInfo.InvariantCulture))
        select mutant;

    private static IEnumerable<double> Others(double value) => value == 0 ? [1] : [value * 1.2, value * 0.8];

    // The number itself, or the share of a product: "> 0.9", "> most * 0.9".
    private static IEnumerable<NumberLiteral> Numbers(PromQlExpression side) => side.WithoutParentheses() switch
    {
        NumberLiteral number => [number],
        BinaryExpression { Operator: BinaryOperator.Multiply } product when product.Left.WithoutParentheses() is VectorSelector || product.Right.WithoutParentheses() is VectorSelector
            => new[] { product.Left, product.Right }.Select(s => s.WithoutParentheses()).OfType<NumberLiteral>(),
        _ => [],
    };
}
