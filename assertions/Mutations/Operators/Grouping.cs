using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A label of an aggregation's <c>by</c> or <c>without</c> dropped or misspelt.</summary>
public sealed partial class Grouping : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "aggregation-label";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from aggregate in rule.Expression.All<AggregateExpression>()
        from clause in Clauses(aggregate, rule.Expression.Source)
        from Match label in Labels().Matches(clause.Text)
        from replacement in new[] { "", label.Groups["name"].Value + "x" }
        let part = replacement.Length == 0 ? (Group)label : label.Groups["name"]
        from mutant in Replace(rule, edit, rule.Rule.ExprText, clause.Start + part.Index, part.Length, replacement)
        select mutant;

    // The clause stands before the operand or behind it; one inside the operand is another aggregation's.
    private static IEnumerable<(int Start, string Text)> Clauses(AggregateExpression aggregate, string source)
    {
        foreach (var (start, end) in new[] { (aggregate.Start, aggregate.Expression.Start), (aggregate.Expression.End, aggregate.End) })
        {
            if (Clause().Match(source, start, end - start) is { Success: true } clause)
            {
                yield return (clause.Groups["labels"].Index, clause.Groups["labels"].Value);
            }
        }
    }

    [GeneratedRegex(@"\b(by|without)\s*\((?<labels>[^)]*)\)")]
    private static partial Regex Clause();

    [GeneratedRegex(@"(?<name>[a-zA-Z_][a-zA-Z0-9_]*)\s*,?")]
    private static partial Regex Labels();
}
