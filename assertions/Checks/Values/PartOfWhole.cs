using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.PromQl;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Values;

/// <summary>Tells a share from other quotients: the divisor holds all that the dividend counts.</summary>
internal static class PartOfWhole
{
    // Longer ones are compared by nobody.
    private const int MostCharacters = 4000;

    /// <summary>Whether a quotient is a share, so that it cannot be above 1.</summary>
    /// <param name="quotient">The quotient.</param>
    /// <param name="isNeverNegative">Whether an expression is never negative.</param>
    public static bool Is(BinaryExpression quotient, Func<PromQlExpression, bool> isNeverNegative)
    {
        if (quotient.End - quotient.Start > MostCharacters)
        {
            return false;
        }

        var (part, whole) = (quotient.Left.WithoutParentheses(), quotient.Right.WithoutParentheses());
        return IsTerm(part, whole, isNeverNegative) || IsSelection(part, whole, isNeverNegative, quotient.Matching);
    }

    // hits / (hits + misses)
    private static bool IsTerm(PromQlExpression part, PromQlExpression whole, Func<PromQlExpression, bool> isNeverNegative)
    {
        var terms = new List<PromQlExpression>();
        for (; whole is BinaryExpression { Operator: BinaryOperator.Add } sum; whole = sum.Left.WithoutParentheses())
        {
            terms.Add(sum.Right.WithoutParentheses());
        }

        terms.Add(whole);
        return terms.Count > 1 && terms.TrueForAll(t => isNeverNegative(t)) && terms.Exists(t => Same(t, part));
    }

    // sum(rate(x{status="500"}[5m])) / sum(rate(x[5m])), count(x == 0) / count(x)
    private static bool IsSelection(PromQlExpression part, PromQlExpression whole, Func<PromQlExpression, bool> isNeverNegative, VectorMatching? matching)
    {
        if (part is AggregateExpression { Operator: "sum" or "count" } some && whole is AggregateExpression all && some.Operator == all.Operator
            && GroupsWithin(some, all, matching) && (some.Operator == "count" || isNeverNegative(all.Expression)))
        {
            return Selects(some.Expression.WithoutParentheses(), all.Expression.WithoutParentheses());
        }

        return false;
    }

    // A group of the part must lie within the group of the whole that it is divided by.
    private static bool GroupsWithin(AggregateExpression part, AggregateExpression whole, VectorMatching? matching)
    {
        var (of, by) = (part.Grouping.ToHashSet(), whole.Grouping.ToHashSet());
        if (part.Without || whole.Without)
        {
            return part.Without && whole.Without && of.SetEquals(by) && matching is { On: false, Labels.IsEmpty: true };
        }

        return by.IsSubsetOf(of) && (matching is { On: true } on ? by.IsSubsetOf(on.Labels) : matching is { Labels: var ignored } && !by.Overlaps(ignored));
    }

    private static bool Selects(PromQlExpression part, PromQlExpression whole) => (part, whole) switch
    {
        _ when Same(part, whole) => true,
        (BinaryExpression { ReturnsBool: false } filter, _) when filter.Operator.IsComparison() && filter.Right.Type == PromQlType.Scalar => Selects(filter.Left.WithoutParentheses(), whole),
        (VectorSelector some, VectorSelector all) => IsWithin(some, all),
        (MatrixSelector some, MatrixSelector all) => some.Range.Value == all.Range.Value && IsWithin(some.Selector, all.Selector),
        (Call some, Call all) => some.Function.Name == all.Function.Name && some.Arguments is [var one] && all.Arguments is [var other] && Selects(one.WithoutParentheses(), other.WithoutParentheses()),
        _ => false,
    };

    private static bool IsWithin(VectorSelector some, VectorSelector all) =>
        all.Matchers.ToImmutableHashSet().IsSubsetOf(some.Matchers) && some.Modifiers.At == all.Modifiers.At && some.Modifiers.Offset?.Value == all.Modifiers.Offset?.Value;

    private static bool Same(PromQlExpression left, PromQlExpression right) => PromQlPrinter.Print(left) == PromQlPrinter.Print(right);
}
