using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;
using NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <content>What stands behind operators and around aggregations.</content>
internal sealed partial class ExpressionParser
{
    private BinaryModifiers ParseBinaryModifiers()
    {
        var start = token.Range.Start;
        var returnsBool = TryTakeKeyword("bool");
        var matching = new VectorMatching(VectorMatchCardinality.OneToOne, On: false, [], []);
        if (token.IsKeyword("on") || token.IsKeyword("ignoring"))
        {
            var on = TakeAny().Text == "on";
            matching = matching with { On = on, Labels = ParseGroupingLabels() };
            if (token.IsKeyword("group_left") || token.IsKeyword("group_right"))
            {
                matching = matching with
                {
                    Cardinality = TakeAny().Text == "group_left" ? VectorMatchCardinality.ManyToOne : VectorMatchCardinality.OneToMany,
                    Include = token.IsSign("(") ? ParseGroupingLabels() : [],
                };
            }
        }

        return new BinaryModifiers(returnsBool, matching, new TextRange(start, Math.Max(start, lastEnd)));
    }

    private BinaryExpression NewBinary(PromQlExpression left, BinaryOperator op, PromQlExpression right, BinaryModifiers modifiers)
    {
        var matching = op.IsSetOperator() && modifiers.Matching.Cardinality == VectorMatchCardinality.OneToOne
            ? modifiers.Matching with { Cardinality = VectorMatchCardinality.ManyToMany }
            : modifiers.Matching;
        var binary = new BinaryExpression(left, op, right)
        {
            ReturnsBool = modifiers.ReturnsBool,
            Matching = left.Type == PromQlType.Vector && right.Type == PromQlType.Vector ? matching : null,
            Modifiers = modifiers.Range,
        };
        types?.Check(binary, matching);
        return binary;
    }

    private PromQlExpression ParseAggregateOrSelector()
    {
        var name = TakeAny();
        if (!token.IsSign("(") && !token.IsKeyword("by") && !token.IsKeyword("without"))
        {
            return ParseSelector(name);
        }

        var grouping = TryParseGrouping();
        var arguments = ParseArguments();
        grouping ??= TryParseGrouping();
        var hasParameter = PromQlKeywords.ParameterisedAggregations.Contains(name.Text);
        if (arguments.Length != (hasParameter ? 2 : 1))
        {
            throw PromQlException.At(expression, name.Range.Start, $"{name.Text} takes {(hasParameter ? "a parameter and a vector" : "one vector")}, not {arguments.Length} arguments");
        }

        var aggregate = new AggregateExpression(name.Text, hasParameter ? arguments[0] : null, arguments[^1], name.Range.Start, lastEnd)
        {
            Grouping = grouping?.Labels ?? [],
            Without = grouping?.Without ?? false,
        };
        types?.Check(aggregate);
        return aggregate;
    }

    private (bool Without, ImmutableArray<string> Labels)? TryParseGrouping() =>
        token.IsKeyword("by") || token.IsKeyword("without") ? (TakeAny().Text == "without", ParseGroupingLabels()) : null;

    private ImmutableArray<string> ParseGroupingLabels()
    {
        TakeSign("(");
        var labels = ImmutableArray.CreateBuilder<string>();
        while (!token.IsSign(")"))
        {
            labels.Add(ParseGroupingLabel());
            if (!token.IsSign(","))
            {
                break;
            }

            Advance();
        }

        TakeSign(")");
        return labels.ToImmutable();
    }

    private string ParseGroupingLabel()
    {
        var isLabel = token.Kind is PromQlTokenKind.Identifier or PromQlTokenKind.MetricIdentifier or PromQlTokenKind.String
            || (token.Kind == PromQlTokenKind.Keyword && PromQlKeywords.MayNameGroupingLabel(token.Text));
        if (!isLabel)
        {
            throw Unexpected("a label");
        }

        var label = token.Kind == PromQlTokenKind.String ? PromQlString.Unquote(token.Text) : token.Range.Of(expression);
        if (label.Length == 0 || PromQlString.HasLoneBytes(label))
        {
            throw Error("a label's name is UTF-8 and not empty");
        }

        Advance();
        return label;
    }

    private bool TryTakeKeyword(string word)
    {
        var isThere = token.IsKeyword(word);
        if (isThere)
        {
            Advance();
        }

        return isThere;
    }

    private sealed record BinaryModifiers(bool ReturnsBool, VectorMatching Matching, TextRange Range);
}
