using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary><c>rate</c> and <c>increase</c> taken for each other.</summary>
public sealed class Function : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "function";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from call in rule.Expression.All<Call>()
        let other = call.Function.Name switch { "rate" => "increase", "increase" => "rate", _ => null }
        where other is not null
        from mutant in Replace(rule, edit, rule.Rule.ExprText, call.Start, call.Function.Name.Length, other)
        select mutant;
}
