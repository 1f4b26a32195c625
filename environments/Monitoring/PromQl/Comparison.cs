using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>The comparison that makes an expression an alert.</summary>
/// <param name="Left">The side that carries the signal, as written: <c>up{job="x"}</c> of <c>up{job="x"} == 0</c>.</param>
/// <param name="Operator"><c>==</c>, <c>!=</c>, <c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>, as seen from <paramref name="Left"/>.</param>
/// <param name="Right">The other side, as written, without modifiers.</param>
/// <param name="Modifiers"><c>bool</c>, <c>on (…)</c>, <c>group_left (…)</c> and the like, as written; empty for none.</param>
public sealed record Comparison(string Left, string Operator, string Right, string Modifiers)
{
    /// <summary>With <c>bool</c> the comparison yields 0 or 1 and holds back no sample.</summary>
    public bool IsBool { get; private init; }

    /// <summary>
    /// Takes the last comparison outside all brackets off an expression; brackets around the whole of it do not count.
    /// Where a number stands on the left, the sides change places, since the signal is then on the right.
    /// </summary>
    /// <returns>Null when there is no comparison, when <c>and</c>, <c>or</c> or <c>unless</c> joins several expressions, so that no single comparison decides, or when the text is no expression.</returns>
    public static Comparison? Strip(string expression)
    {
        PromQlExpression tree;
        try
        {
            tree = PromQlParser.ParseForm(expression);
        }
        catch (PromQlException)
        {
            return null;
        }

        return tree.WithoutParentheses() is BinaryExpression binary && binary.Operator.IsComparison() ? Of(binary, expression) : null;
    }

    private static Comparison Of(BinaryExpression binary, string expression)
    {
        var isTurned = binary.Left.ConstantValue() is not null && binary.Right.ConstantValue() is null;
        var (signal, other) = isTurned ? (binary.Right, binary.Left) : (binary.Left, binary.Right);
        var op = isTurned ? binary.Operator.Mirror() : binary.Operator;
        return new Comparison(signal.TextIn(expression), op.Text(), other.TextIn(expression), binary.Modifiers.Of(expression)) { IsBool = binary.ReturnsBool };
    }
}
