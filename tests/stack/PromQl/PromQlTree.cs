using System.Text;
using System.Text.Json.Nodes;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Tests.Stack.PromQl;

/// <summary>Our tree in the JSON shape of Prometheus' <c>/api/v1/parse_query</c>.</summary>
public static class PromQlTree
{
    /// <summary>The tree of an expression.</summary>
    public static JsonObject Of(PromQlExpression node) => node switch
    {
        AggregateExpression aggregate => new JsonObject
        {
            ["type"] = "aggregation",
            ["op"] = aggregate.Operator,
            ["expr"] = Of(aggregate.Expression),
            ["param"] = aggregate.Parameter is { } parameter ? Of(parameter) : null,
            ["grouping"] = List(aggregate.Grouping),
            ["without"] = aggregate.Without,
        },
        BinaryExpression binary => new JsonObject
        {
            ["type"] = "binaryExpr",
            ["op"] = binary.Operator.Text(),
            ["lhs"] = Of(binary.Left),
            ["rhs"] = Of(binary.Right),
            ["matching"] = binary.Matching is { } matching ? Matching(matching) : null,
            ["bool"] = binary.ReturnsBool,
        },
        Call call => new JsonObject { ["type"] = "call", ["func"] = Function(call.Function), ["args"] = new JsonArray([.. call.Arguments.Select(Of)]) },
        MatrixSelector matrix => Selector("matrixSelector", matrix.Selector, ("range", Milliseconds(matrix.Range))),
        VectorSelector selector => Selector("vectorSelector", selector),
        SubqueryExpression subquery => Times(subquery.Modifiers, new JsonObject
        {
            ["type"] = "subquery",
            ["expr"] = Of(subquery.Expression),
            ["range"] = Milliseconds(subquery.Range),
            ["step"] = Milliseconds(subquery.Step),
        }),
        NumberLiteral number => new JsonObject { ["type"] = "numberLiteral", ["val"] = new NumberLiteral(number.Value, false, 0, 0).ToString() },
        StringLiteral text => new JsonObject { ["type"] = "stringLiteral", ["val"] = Text(text.Value) },
        ParenExpression paren => new JsonObject { ["type"] = "parenExpr", ["expr"] = Of(paren.Expression) },
        UnaryExpression unary => new JsonObject { ["type"] = "unaryExpr", ["op"] = unary.IsNegative ? "-" : "+", ["expr"] = Of(unary.Expression) },
        _ => throw new ArgumentException($"no tree of {node.GetType()}", nameof(node)),
    };

    /// <summary>The same tree with matchers in one order, since a print sorts them.</summary>
    public static JsonNode Sorted(JsonNode tree)
    {
        var copy = tree.DeepClone();
        Sort(copy);
        return copy;
    }

    private static void Sort(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            array.ToList().ForEach(Sort);
        }
        else if (node is JsonObject tree)
        {
            if (tree["matchers"] is JsonArray matchers)
            {
                tree["matchers"] = new JsonArray([.. matchers.Select(m => m!.DeepClone()).OrderBy(m => m.ToJsonString(), StringComparer.Ordinal)]);
            }

            tree.Select(p => p.Value).ToList().ForEach(Sort);
        }
    }

    private static JsonObject Selector(string type, VectorSelector selector, params ReadOnlySpan<(string Key, JsonNode Value)> more)
    {
        var tree = new JsonObject
        {
            ["type"] = type,
            ["name"] = selector.Name,
            ["matchers"] = new JsonArray([.. selector.Matchers.Select(Matcher)]),
        };
        foreach (var (key, value) in more)
        {
            tree[key] = value;
        }

        return Times(selector.Modifiers, tree);
    }

    private static JsonObject Times(TimeModifiers modifiers, JsonObject tree)
    {
        tree["offset"] = Milliseconds(modifiers.Offset);
        tree["timestamp"] = modifiers.At is { Anchor: AtAnchor.Timestamp } at ? at.Milliseconds : null;
        tree["startOrEnd"] = modifiers.At?.Anchor switch { AtAnchor.Start => "start", AtAnchor.End => "end", _ => null };
        return tree;
    }

    private static JsonObject Matcher(LabelMatcher matcher) => new()
    {
        ["name"] = Text(matcher.Name),
        ["value"] = Text(matcher.Value),
        ["type"] = matcher.Type switch { LabelMatchType.Equal => "=", LabelMatchType.NotEqual => "!=", LabelMatchType.Regex => "=~", _ => "!~" },
    };

    private static JsonObject Matching(VectorMatching matching) => new()
    {
        ["card"] = matching.Cardinality switch
        {
            VectorMatchCardinality.OneToOne => "one-to-one",
            VectorMatchCardinality.ManyToOne => "many-to-one",
            VectorMatchCardinality.OneToMany => "one-to-many",
            _ => "many-to-many",
        },
        ["labels"] = List(matching.Labels),
        ["on"] = matching.On,
        ["include"] = List(matching.Include),
    };

    private static JsonObject Function(FunctionSignature function) => new()
    {
        ["name"] = function.Name,
        ["argTypes"] = new JsonArray([.. function.ArgumentTypes.Select(t => JsonValue.Create(TypeName(t)))]),
        ["variadic"] = function.Variadic,
        ["returnType"] = TypeName(function.ReturnType),
    };

    private static string TypeName(PromQlType type) => type.ToString().ToLowerInvariant();

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static JsonNode Milliseconds(DurationLiteral? duration) => (duration?.Value.Ticks ?? 0) / TimeSpan.TicksPerMillisecond;

    // JSON holds no byte that is no UTF-8; Prometheus writes U+FFFD for each.
    private static string Text(string value)
    {
        var text = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            text.Append(rune.ToString());
        }

        return text.ToString();
    }
}
