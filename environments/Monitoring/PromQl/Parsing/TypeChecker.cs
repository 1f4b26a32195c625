using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;
using NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <summary>Refuses trees that are well formed and mean nothing, as Prometheus does once it has parsed an expression.</summary>
/// <param name="expression">The expression's text.</param>
internal sealed class TypeChecker(string expression)
{
    /// <summary>Checks a call; its arguments have been checked.</summary>
    public void Check(Call call)
    {
        var function = call.Function;
        if (!FunctionSignatures.ByName.ContainsKey(function.Name))
        {
            throw Error(call.Start, $"there is no function {function.Name}");
        }

        if (function.IsExperimental)
        {
            throw Error(call.Start, $"function {function.Name} is experimental and needs --enable-feature=promql-experimental-functions");
        }

        var count = call.Arguments.Length;
        if (count < function.FewestArguments || count > function.MostArguments)
        {
            throw Error(call.Start, $"{function.Name} takes {Counts(function)} arguments, not {count}");
        }

        for (var i = 0; i < count; i++)
        {
            Expect(call.Arguments[i], function.ArgumentTypes[Math.Min(i, function.ArgumentTypes.Length - 1)], $"argument {i + 1} of {function.Name}");
        }
    }

    /// <summary>Checks an aggregation; what is below it has been checked.</summary>
    public void Check(AggregateExpression aggregate)
    {
        if (PromQlKeywords.ExperimentalAggregations.Contains(aggregate.Operator))
        {
            throw Error(aggregate.Start, $"aggregation {aggregate.Operator} is experimental and needs --enable-feature=promql-experimental-functions");
        }

        Expect(aggregate.Expression, PromQlType.Vector, $"what {aggregate.Operator} aggregates");
        if (aggregate.Parameter is { } parameter)
        {
            Expect(parameter, aggregate.Operator == "count_values" ? PromQlType.String : PromQlType.Scalar, $"the parameter of {aggregate.Operator}");
        }
    }

    /// <summary>Checks an operator between two expressions that have been checked.</summary>
    /// <param name="binary">The node.</param>
    /// <param name="matching">The pairing as written, which the node does not keep where it means nothing.</param>
    public void Check(BinaryExpression binary, VectorMatching matching)
    {
        var (op, place) = (binary.Operator, binary.Modifiers.Start);
        ExpectNumbers(binary.Left, op.Text());
        ExpectNumbers(binary.Right, op.Text());
        if (binary.ReturnsBool && !op.IsComparison())
        {
            throw Error(place, $"bool stands behind comparisons only, not behind {op.Text()}");
        }

        if (binary.Type == PromQlType.Scalar && op.IsComparison() && !binary.ReturnsBool)
        {
            throw Error(place, $"a comparison of two scalars needs bool behind {op.Text()}");
        }

        if (matching.On && matching.Labels.Intersect(matching.Include).FirstOrDefault() is { } twice)
        {
            throw Error(place, $"label {PromQlString.Quote(twice)} stands in on and in the group clause");
        }

        var areVectors = binary.Left.Type == PromQlType.Vector && binary.Right.Type == PromQlType.Vector;
        if (!areVectors && !matching.Labels.IsEmpty)
        {
            throw Error(place, "on and ignoring stand between two instant vectors only");
        }

        if (op.IsSetOperator() && !areVectors)
        {
            throw Error(place, $"{op.Text()} stands between two instant vectors only");
        }

        if (op.IsSetOperator() && matching.Cardinality != VectorMatchCardinality.ManyToMany)
        {
            throw Error(place, $"{op.Text()} takes no group_left and no group_right");
        }
    }

    /// <summary>Checks a sign in front of an expression that has been checked.</summary>
    public void Check(UnaryExpression unary) => ExpectNumbers(unary.Expression, unary.IsNegative ? "-" : "+");

    /// <summary>Checks a subquery; what is below it has been checked.</summary>
    public void Check(SubqueryExpression subquery) => Expect(subquery.Expression, PromQlType.Vector, "what a subquery evaluates");

    /// <summary>Checks a selector.</summary>
    public void Check(VectorSelector selector)
    {
        if (selector.Name.Length > 0 && selector.Matchers[..^1].Any(m => m.Name == LabelMatcher.MetricName))
        {
            throw Error(selector.Start, "the metric's name is given in front of the braces and inside them");
        }

        if (selector.Name.Length == 0 && selector.Matchers.All(m => m.MatchesEmpty))
        {
            throw Error(selector.Start, "the selector would fit every series: at least one matcher has to refuse an empty value");
        }
    }

    private static string Counts(FunctionSignature function) =>
        function.MostArguments == int.MaxValue ? $"{function.FewestArguments} or more"
        : function.Variadic == 0 ? $"{function.FewestArguments}" : $"{function.FewestArguments} to {function.MostArguments}";

    private void ExpectNumbers(PromQlExpression node, string op)
    {
        if (node.Type is PromQlType.Matrix or PromQlType.String)
        {
            throw Error(node.Start, $"an operand of {op} is a scalar or an instant vector, not {Name(node.Type)}");
        }
    }

    private void Expect(PromQlExpression node, PromQlType type, string what)
    {
        if (node.Type != type)
        {
            throw Error(node.Start, $"{what} is {Name(type)}, not {Name(node.Type)}");
        }
    }

    private static string Name(PromQlType type) => type switch
    {
        PromQlType.Scalar => "a scalar",
        PromQlType.Vector => "an instant vector",
        PromQlType.Matrix => "a range vector",
        _ => "a string",
    };

    private PromQlException Error(int offset, string message) => PromQlException.At(expression, offset, message);
}
