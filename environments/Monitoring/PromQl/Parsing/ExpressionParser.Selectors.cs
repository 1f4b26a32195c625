using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;
using NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <content>Selectors and their matchers.</content>
internal sealed partial class ExpressionParser
{
    private VectorSelector ParseSelector(PromQlToken? nameToken)
    {
        var start = nameToken?.Range.Start ?? token.Range.Start;
        var name = nameToken?.Range.Of(expression) ?? "";
        var matchers = ImmutableArray.CreateBuilder<LabelMatcher>();
        if (token.IsSign("{"))
        {
            ParseMatchers(matchers);
        }

        if (name.Length > 0)
        {
            matchers.Add(new LabelMatcher(LabelMatcher.MetricName, LabelMatchType.Equal, name));
        }

        var selector = new VectorSelector(name, matchers.ToImmutable(), TimeModifiers.None, start, lastEnd);
        types?.Check(selector);
        return selector;
    }

    private void ParseMatchers(ImmutableArray<LabelMatcher>.Builder matchers)
    {
        TakeSign("{");
        while (!token.IsSign("}"))
        {
            matchers.Add(ParseMatcher());
            if (!token.IsSign(","))
            {
                break;
            }

            Advance();
        }

        TakeSign("}");
    }

    private LabelMatcher ParseMatcher()
    {
        if (token.Kind is not (PromQlTokenKind.Identifier or PromQlTokenKind.String))
        {
            throw Unexpected("a label or }");
        }

        var label = TakeAny();
        var name = label.Kind == PromQlTokenKind.String ? PromQlString.Unquote(label.Text) : label.Text;
        if (TypeHere() is not { } type)
        {
            return label.Kind == PromQlTokenKind.String
                ? new LabelMatcher(LabelMatcher.MetricName, LabelMatchType.Equal, name)
                : throw Unexpected("=, !=, =~ or !~");
        }

        Advance();
        if (token.Kind != PromQlTokenKind.String)
        {
            throw Unexpected("a string");
        }

        var value = PromQlString.Unquote(token.Text);
        if (type is LabelMatchType.Regex or LabelMatchType.NotRegex && RegexSyntax.Read(value).Error is { } error)
        {
            RefuseUnlessNull($"the regular expression is refused: {error}", token.Range.Start);
        }

        Advance();
        return new LabelMatcher(name, type, value);
    }

    private LabelMatchType? TypeHere() => token.Kind != PromQlTokenKind.Sign ? null : token.Text switch
    {
        "=" => LabelMatchType.Equal,
        "!=" => LabelMatchType.NotEqual,
        "=~" => LabelMatchType.Regex,
        "!~" => LabelMatchType.NotRegex,
        _ => null,
    };
}
