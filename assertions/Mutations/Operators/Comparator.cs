using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A comparison turned round.</summary>
public sealed class Comparator : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "comparator";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from comparison in rule.Expression.Comparisons()
        let sign = comparison.Operator.Text()
        let start = rule.Expression.Source.IndexOf(sign, comparison.Left.End, StringComparison.Ordinal)
        where start >= 0 && start < comparison.Right.Start
        let turned = comparison.Operator switch { BinaryOperator.Equal => "!=", BinaryOperator.NotEqual => "==", var op => op.Mirror().Text() }
        from mutant in Replace(rule, edit, rule.Rule.ExprText, start, sign.Length, turned)
        select mutant;
}
