using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Labels;

/// <summary>The part of an expression that takes a label away from its result.</summary>
/// <param name="Words">It in few words, e.g. <c>sum by (pod)</c>.</param>
/// <param name="Range">What to underline: <c>by (…)</c>, <c>on (…)</c>, or the aggregation's name.</param>
/// <param name="Aggregation">The aggregation; null where the matching of two operands drops the label.</param>
public sealed partial record LabelLoss(string Words, TextRange Range, AggregateExpression? Aggregation)
{
    // Each level is looked at as a whole.
    private const int MostLevels = 200;

    /// <summary>Looks for what drops a label that is surely not there in the end, and may be there before.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="label">The label.</param>
    /// <param name="source">The expression's text.</param>
    /// <returns>The outermost part that drops it; null where nothing does, as where a selector asks for its absence.</returns>
    public static LabelLoss? Of(PromQlExpression expression, string label, string source)
    {
        var node = expression;
        for (var level = 0; level < MostLevels && LabelFlow.Of(node)[label].Presence == Presence.Never; level++)
        {
            var inner = Inner(node).Where(n => n.Type is PromQlType.Vector or PromQlType.Matrix).ToList();
            if (inner.FirstOrDefault(n => LabelFlow.Of(n)[label].Presence == Presence.Never) is { } deeper && (node is not AggregateExpression || inner.Count == 1))
            {
                node = deeper;
                continue;
            }

            return inner.Count == 0 ? null : node switch
            {
                AggregateExpression aggregate => OfAggregate(aggregate, source),
                BinaryExpression { Modifiers.Length: > 0 } binary => new LabelLoss(binary.Modifiers.Of(source), binary.Modifiers, null),
                _ => null,
            };
        }

        return null;
    }

    // Of a chain of operands, each is looked at where its labels are those of the result.
    private static IEnumerable<PromQlExpression> Inner(PromQlExpression node) => node switch
    {
        BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Unless } binary => [binary.Left],
        AggregateExpression aggregate => [aggregate.Expression],
        _ => node.Children,
    };

    private static LabelLoss OfAggregate(AggregateExpression aggregate, string source)
    {
        var text = aggregate.TextIn(source);
        var name = new TextRange(aggregate.Start, aggregate.Start + aggregate.Operator.Length);
        var clause = Before().Match(text) is { Success: true } before ? before.Groups["clause"] : Behind().Match(text) is { Success: true } behind ? behind.Groups["clause"] : null;
        return clause is null
            ? new LabelLoss(aggregate.Operator, name, aggregate)
            : new LabelLoss($"{aggregate.Operator} {clause.Value}", new TextRange(aggregate.Start + clause.Index, aggregate.Start + clause.Index + clause.Length), aggregate);
    }

    [GeneratedRegex(@"^\w+\s*(?<clause>(by|without)\s*\([^()]*\))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Before();

    [GeneratedRegex(@"(?<clause>\b(by|without)\s*\([^()]*\))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Behind();
}
