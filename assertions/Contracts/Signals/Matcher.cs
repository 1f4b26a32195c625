using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Contracts;

/// <summary>A label matcher of a selector.</summary>
/// <param name="Label">Label name.</param>
/// <param name="Operator"><c>=</c>, <c>!=</c>, <c>=~</c> or <c>!~</c>.</param>
/// <param name="Value">Value, or an RE2 expression that the whole value must match.</param>
public sealed record Matcher(string Label, string Operator, string Value)
{
    /// <summary>The label has this value; an empty one means that it is not there.</summary>
    public static Matcher Equal(string label, string value) => new(label, "=", value);

    /// <summary>The label has another value.</summary>
    public static Matcher NotEqual(string label, string value) => new(label, "!=", value);

    /// <summary>The label's whole value matches an RE2 expression.</summary>
    public static Matcher Matches(string label, string expression) => new(label, "=~", expression);

    /// <summary>The label's whole value does not match an RE2 expression.</summary>
    public static Matcher NotMatches(string label, string expression) => new(label, "!~", expression);

    /// <inheritdoc/>
    public override string ToString() => $"{Label}{Operator}\"{Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A metric with matchers, as PromQL.</summary>
    internal static string Select(string metric, ImmutableArray<Matcher> matchers) =>
        matchers.IsEmpty ? metric : metric + "{" + string.Join(",", matchers) + "}";
}
