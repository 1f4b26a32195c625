using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A range selector's window, three times as long and a fifth as long.</summary>
public sealed class Range : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "range";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from selector in rule.Expression.All<MatrixSelector>()
        from length in new[] { selector.Range.Value * 3, selector.Range.Value / 5 }
        from mutant in Replace(rule, edit, rule.Rule.ExprText, selector.Range.Literal.Start, selector.Range.Literal.Length, Numbers.Duration(length))
        select mutant;
}
