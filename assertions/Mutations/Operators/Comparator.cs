using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A comparison turned round, and one that takes the threshold itself in or leaves it out.</summary>
public sealed class Comparator : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "comparator";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from comparison in rule.Expression.Comparisons()
        let sign = comparison.Operator.Text()
        let start = rule.Expression.Source.IndexOf(sign, comparison.Left.End, StringComparison.Ordinal)
        where start >= 0 && start < comparison.Right.Start
        from turned in Others(comparison.Operator)
        from mutant in Replace(rule, edit, rule.Rule.ExprText, start, sign.Length, turned)
        select mutant;

    private static IEnumerable<string> Others(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Equal => ["!="],
        BinaryOperator.NotEqual => ["=="],
        _ => [comparison.Mirror().Text(), comparison.Text() is [var sign] ? $"{sign}=" : comparison.Text()[..1]],
    };
}
