using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A label matcher of a selector dropped, of another label, or of another value.</summary>
public sealed partial class Matcher : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "matcher";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from selector in rule.Expression.All<VectorSelector>()
        let text = selector.TextIn(rule.Expression.Source)
        from Match matcher in Matchers().Matches(text)
        from change in new[]
        {
            (matcher.Index, matcher.Length, ""),
            (matcher.Groups["name"].Index, matcher.Groups["name"].Length, matcher.Groups["name"].Value + "x"),
            (matcher.Groups["value"].Index, matcher.Groups["value"].Length, "x" + matcher.Groups["value"].Value),
        }
        from mutant in Replace(rule, edit, rule.Rule.ExprText, selector.Start + change.Item1, change.Item2, change.Item3)
        select mutant;

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*"(?<value>(?:\\.|[^"\\])*)"\s*,?""")]
    private static partial Regex Matchers();
}
