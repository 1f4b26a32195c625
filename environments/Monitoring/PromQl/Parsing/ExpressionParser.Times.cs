using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;
using NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <content>Ranges, subqueries, <c>offset</c> and <c>@</c>.</content>
internal sealed partial class ExpressionParser
{
    private readonly List<DurationLiteral> durations = [];

    /// <summary>The ranges, steps and offsets that have been read, in the order of the text.</summary>
    public IReadOnlyList<DurationLiteral> Durations => durations;

    private PromQlExpression ParseModified(PromQlExpression node)
    {
        while (true)
        {
            if (token.IsSign("["))
            {
                node = ParseBrackets(node);
            }
            else if (token.IsKeyword("offset"))
            {
                node = ParseOffset(node);
            }
            else if (token.IsSign("@"))
            {
                node = ParseAt(node);
            }
            else
            {
                return node;
            }
        }
    }

    private PromQlExpression ParseBrackets(PromQlExpression node)
    {
        var open = TakeSign("[").Start;
        var range = ParsePositiveDuration();
        if (token.IsSign("]"))
        {
            Advance();
            return NewMatrix(node, range, open);
        }

        TakeSign(":");
        var step = token.IsSign("]") ? null : ParsePositiveDuration();
        TakeSign("]");
        var subquery = new SubqueryExpression(node, range, step, TimeModifiers.None, lastEnd);
        types?.Check(subquery);
        return subquery.Depth <= PromQlParser.MaxDepth ? subquery : throw TooDeep();
    }

    private PromQlExpression NewMatrix(PromQlExpression node, DurationLiteral range, int open)
    {
        var problem = node switch
        {
            VectorSelector { Modifiers.Offset: { } offset } when offset.Value != TimeSpan.Zero => "offset stands behind the range, not in front of it",
            VectorSelector { Modifiers.At.Anchor: AtAnchor.Timestamp } => "@ stands behind the range, not in front of it",
            VectorSelector => null,
            _ => "only a selector has a range; any other expression has a subquery, [range:step]",
        };
        RefuseUnlessNull(problem, open);
        return node is VectorSelector selector ? new MatrixSelector(selector, range, lastEnd) : node;
    }

    private PromQlExpression ParseOffset(PromQlExpression node)
    {
        var place = TakeAny().Range.Start;
        var offset = ParseDurationValue(isOffset: true).Duration;
        var modifiers = ModifiersOf(node);
        RefuseUnlessNull(
            modifiers is null ? "offset stands behind a selector or a subquery only" : modifiers.Offset is { } before && before.Value != TimeSpan.Zero ? "a second offset" : null,
            place);
        return modifiers is null ? node : Modified(node, modifiers with { Offset = offset });
    }

    private PromQlExpression ParseAt(PromQlExpression node)
    {
        var place = TakeAny().Range.Start;
        var at = token.IsKeyword("start") || token.IsKeyword("end") ? ParseAnchor() : ParseTimestamp();
        var modifiers = ModifiersOf(node);
        RefuseUnlessNull(modifiers is null ? "@ stands behind a selector or a subquery only" : modifiers.At is not null ? "a second @" : null, place);
        return modifiers is null ? node : Modified(node, modifiers with { At = at });
    }

    // What is well formed and means nothing is read over where only the form counts.
    private void RefuseUnlessNull(string? problem, int place)
    {
        if (types is not null && problem is not null)
        {
            throw PromQlException.At(expression, place, problem);
        }
    }

    private AtModifier ParseAnchor()
    {
        var anchor = TakeAny().Text == "start" ? AtAnchor.Start : AtAnchor.End;
        TakeSign("(");
        TakeSign(")");
        return new AtModifier(anchor);
    }

    private AtModifier ParseTimestamp()
    {
        var sign = token.IsSign("-") || token.IsSign("+") ? TakeAny().Text : "+";
        if (!token.IsQuantity)
        {
            throw Unexpected("a time in seconds, start() or end()");
        }

        var seconds = SecondsOf(token) * (sign == "-" ? -1 : 1);
        if (!double.IsFinite(seconds) || Math.Abs(seconds) >= long.MaxValue)
        {
            throw Error("the time of @ is out of range");
        }

        Advance();
        return new AtModifier(AtAnchor.Timestamp, GoTime.Truncate(Math.Round(seconds * 1000, MidpointRounding.AwayFromZero)));
    }

    private DurationLiteral ParsePositiveDuration()
    {
        var place = token.Range.Start;
        var (duration, seconds) = ParseDurationValue(isOffset: false);
        return seconds > 0 ? duration : throw PromQlException.At(expression, place, "a range or step is longer than 0");
    }

    // Behind offset one sign belongs to the number, so that an operator may follow; behind more, and inside brackets, Prometheus
    // goes on reading an arithmetic of durations, which is experimental.
    private (DurationLiteral Duration, double Seconds) ParseDurationValue(bool isOffset)
    {
        var (factor, signs) = (1, 0);
        for (; token.IsSign("-") || token.IsSign("+"); signs++)
        {
            factor *= TakeAny().Text == "-" ? -1 : 1;
        }

        if (!token.IsQuantity)
        {
            throw token.IsSign("(") ? ExperimentalDuration() : Unexpected("a number or a duration");
        }

        var seconds = SecondsOf(token) * factor;
        if (Math.Abs(seconds) > GoTime.MaxSeconds)
        {
            throw Error("the duration is out of range");
        }

        var literal = TakeAny().Range;
        if ((!isOffset || signs > 1) && OperatorHere() is >= BinaryOperator.Add and not BinaryOperator.Atan2)
        {
            throw ExperimentalDuration();
        }

        durations.Add(new DurationLiteral(GoTime.FromSeconds(seconds), literal));
        return (durations[^1], seconds);
    }

    private static TimeModifiers? ModifiersOf(PromQlExpression node) => node switch
    {
        VectorSelector selector => selector.Modifiers,
        MatrixSelector matrix => matrix.Selector.Modifiers,
        SubqueryExpression subquery => subquery.Modifiers,
        _ => null,
    };

    private PromQlExpression Modified(PromQlExpression node, TimeModifiers modifiers) => node switch
    {
        MatrixSelector matrix => matrix.With(modifiers, lastEnd),
        SubqueryExpression subquery => subquery.With(modifiers, lastEnd),
        _ => ((VectorSelector)node).With(modifiers, lastEnd),
    };

    private double SecondsOf(PromQlToken literal) =>
        literal.Kind == PromQlTokenKind.Duration
            ? PrometheusDuration.TryParse(literal.Text, out var duration) && duration <= GoTime.Max
                ? GoTime.ToSeconds(duration)
                : throw PromQlException.At(expression, literal.Range.Start, $"{Shortened(literal.Text)} is no duration: units go from y to ms, each once, up to 292 years")
        : PromQlNumber.TryParse(literal.Text, out var number) ? number
        : throw PromQlException.At(expression, literal.Range.Start, $"{Shortened(literal.Text)} is no number, or one out of range");

    private PromQlException ExperimentalDuration() => Error("arithmetic of durations is experimental and needs --enable-feature=promql-duration-expr");
}
