using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>The parts of an expression that edits are made to.</summary>
internal static class ExpressionParts
{
    /// <summary>Its comparisons, wherever they stand.</summary>
    public static IEnumerable<BinaryExpression> Comparisons(this CheckedExpression expression) =>
        expression.All<BinaryExpression>().Where(b => b.Operator.IsComparison());

    /// <summary>All of its nodes of a kind; none where it cannot be read.</summary>
    public static IEnumerable<T> All<T>(this CheckedExpression expression)
        where T : PromQlExpression => expression.Root?.DescendantsAndSelf().OfType<T>() ?? [];
}
