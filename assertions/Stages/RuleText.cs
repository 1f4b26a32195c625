using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>A comparison in a rule's text, turned so that the signal is on its left.</summary>
/// <param name="Operator">Operator, e.g. <c>&gt;</c>.</param>
/// <param name="Threshold">The number that it is compared with; null when that is no number.</param>
/// <param name="Text">What it is compared with, as written.</param>
internal sealed record Comparison(string Operator, double? Threshold, string Text)
{
    /// <summary>Operator of a contract's comparator.</summary>
    public static string Of(Comparator comparator) => comparator switch { Comparator.Above => ">", Comparator.Below => "<", _ => "==" };
}

/// <summary>Reads thresholds and windows out of an expression. A text that is no expression has none.</summary>
internal static class RuleText
{
    /// <summary>The comparisons at top level, in order; one per operand of <c>and</c>, <c>or</c> and <c>unless</c> there.</summary>
    public static ImmutableArray<Comparison> Comparisons(string query) =>
        Read(query) is { } tree ? [.. Operands(tree).OfType<BinaryExpression>().Where(b => b.Operator.IsComparison()).Select(b => Turn(b, query))] : [];

    /// <summary>The windows of all range selectors and subqueries, as written (scaled), in order.</summary>
    public static ImmutableArray<TimeSpan> Windows(string query) =>
        Read(query) is { } tree ? [.. tree.DescendantsAndSelf().Select(Range).OfType<DurationLiteral>().OrderBy(r => r.Literal.Start).Select(r => r.Value)] : [];

    private static PromQlExpression? Read(string query)
    {
        try
        {
            return PromQlParser.ParseForm(query);
        }
        catch (PromQlException)
        {
            return null;
        }
    }

    private static DurationLiteral? Range(PromQlExpression node) => node switch
    {
        MatrixSelector matrix => matrix.Range,
        SubqueryExpression subquery => subquery.Range,
        _ => null,
    };

    // What the set operators at top level join, from left to right, each without the parentheses around it.
    private static IEnumerable<PromQlExpression> Operands(PromQlExpression tree)
    {
        var open = new Stack<PromQlExpression>([tree]);
        while (open.TryPop(out var next))
        {
            var node = next.WithoutParentheses();
            if (node is BinaryExpression binary && binary.Operator.IsSetOperator())
            {
                open.Push(binary.Right);
                open.Push(binary.Left);
            }
            else
            {
                yield return node;
            }
        }
    }

    private static Comparison Turn(BinaryExpression binary, string query)
    {
        var (left, right) = (binary.Left, binary.Right);
        if (right.ConstantValue() is { } threshold)
        {
            return new Comparison(binary.Operator.Text(), threshold, right.TextIn(query));
        }

        // "100 < x" says x > 100; "a > b * 0.9" holds a share of 0.9: the ratio a/b against 0.9.
        return left.ConstantValue() is { } turned
            ? new Comparison(binary.Operator.Mirror().Text(), turned, left.TextIn(query))
            : new Comparison(binary.Operator.Text(), Share(right.WithoutParentheses()), right.TextIn(query));
    }

    private static double? Share(PromQlExpression whole) =>
        whole is BinaryExpression { Operator: BinaryOperator.Multiply } product ? product.Left.ConstantValue() ?? product.Right.ConstantValue() : null;
}
