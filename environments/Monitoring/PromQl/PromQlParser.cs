using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;
using NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>Reads PromQL as Prometheus 3.5 does when no feature flag is set.</summary>
public static class PromQlParser
{
    /// <summary>
    /// Most levels of nodes, one for each parenthesis, argument, sign and right operand around another. Prometheus has no such bound;
    /// this one keeps hostile nesting off the stack and is far above what people write.
    /// </summary>
    public const int MaxDepth = 500;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="PromQlException">Prometheus 3.5 would refuse it, or it is deeper than <see cref="MaxDepth"/>.</exception>
    public static PromQlExpression Parse(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new ExpressionParser(expression, checksTypes: true).Parse();
    }

    /// <summary>
    /// Reads an expression's form alone: types, names of functions, regular expressions and places of modifiers go unchecked. For expressions of another
    /// version of Prometheus, and for those that are about to be refused. An unknown function counts as one that yields an instant vector;
    /// a range or modifier that stands where none may is not in the tree.
    /// </summary>
    /// <exception cref="PromQlException">It has no form, or is deeper than <see cref="MaxDepth"/>.</exception>
    public static PromQlExpression ParseForm(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new ExpressionParser(expression, checksTypes: false).Parse();
    }

    /// <summary>
    /// The ranges, steps and offsets of an expression, in the order of the text; also of one that is refused, up to the place where its form breaks off.
    /// </summary>
    public static IReadOnlyList<DurationLiteral> DurationsIn(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var parser = new ExpressionParser(expression, checksTypes: false);
        try
        {
            parser.Parse();
        }
        catch (PromQlException)
        {
            // What was read before counts.
        }

        return parser.Durations;
    }
}
