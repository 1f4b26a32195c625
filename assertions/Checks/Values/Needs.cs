using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Values;

/// <summary>Which metrics an expression must have series of to have a value at all.</summary>
internal static class Needs
{
    private static readonly ImmutableHashSet<string> None = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Their names.</summary>
    public static ImmutableHashSet<string> Of(PromQlExpression expression) => expression switch
    {
        VectorSelector selector => Selectors.MetricOf(selector) is { } name ? None.Add(name) : None,
        // Those yield something when there is nothing.
        Call { Function.Name: "absent" or "absent_over_time" or "vector" or "scalar" } => None,
        BinaryExpression binary => OfBinary(binary),
        _ => expression.Children.Where(c => c.Type is PromQlType.Vector or PromQlType.Matrix).Aggregate(None, (all, c) => all.Union(Of(c))),
    };

    private static ImmutableHashSet<string> OfBinary(BinaryExpression binary)
    {
        // A chain of left operands may be as long as the text.
        var chain = new Stack<BinaryExpression>();
        PromQlExpression first = binary;
        for (; first is BinaryExpression next; first = next.Left)
        {
            chain.Push(next);
        }

        return chain.Aggregate(Of(first), (left, next) => next.Operator switch
        {
            BinaryOperator.Or => left.Intersect(Of(next.Right)),
            BinaryOperator.Unless => left,
            _ => left.Union(Of(next.Right)),
        });
    }
}
