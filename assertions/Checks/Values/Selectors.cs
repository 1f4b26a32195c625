using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Values;

/// <summary>Reads selectors.</summary>
internal static class Selectors
{
    /// <summary>The metric that a selector is of; null where it names none, or several.</summary>
    public static string? MetricOf(VectorSelector selector) => selector.Name.Length > 0
        ? selector.Name
        : selector.Matchers.FirstOrDefault(m => m is { Name: LabelMatcher.MetricName, Type: LabelMatchType.Equal })?.Value;

    /// <summary>The metric that a range is of; null where it names none.</summary>
    public static string? MetricOf(PromQlExpression argument) => argument.WithoutParentheses() is MatrixSelector matrix ? MetricOf(matrix.Selector) : null;
}
