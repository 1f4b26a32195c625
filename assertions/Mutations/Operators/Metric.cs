using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A metric under another name.</summary>
public sealed class Metric : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "metric";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from selector in rule.Expression.All<VectorSelector>()
        where selector.Name.Length > 0
        from mutant in Replace(rule, edit, rule.Rule.ExprText, selector.Start, selector.Name.Length, selector.Name + "x")
        select mutant;
}
