using System.Globalization;
using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Environments.Monitoring.Rendering;

/// <summary>Finds the durations by which an expression looks back: ranges, subquery ranges and steps, and offsets. A bare number there counts seconds.</summary>
internal static class TimesInExpression
{
    public static IEnumerable<(PromQlToken Token, TimeSpan Value)> Find(string expression)
    {
        var tokens = PromQlLexer.Tokenize(expression).RemoveAll(t => t.Kind == PromQlTokenKind.Comment);
        var brackets = new Stack<char>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.Kind == PromQlTokenKind.Open)
            {
                brackets.Push(expression[token.Offset]);
            }
            else if (token.Kind == PromQlTokenKind.Close)
            {
                brackets.TryPop(out _);
            }
            else if (ValueOf(expression, token) is { } value && LooksBack(expression, tokens.AsSpan(), i, brackets))
            {
                yield return (token, value);
            }
        }
    }

    private static TimeSpan? ValueOf(string expression, PromQlToken token)
    {
        var text = token.Of(expression);
        return token.Kind switch
        {
            PromQlTokenKind.Duration => PrometheusDuration.TryParse(text.ToString(), out var value) ? value : null,
            PromQlTokenKind.Number => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds < int.MaxValue ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null,
            _ => null,
        };
    }

    private static bool LooksBack(string expression, ReadOnlySpan<PromQlToken> tokens, int at, Stack<char> brackets)
    {
        if (brackets.TryPeek(out var bracket) && bracket == '[')
        {
            return tokens[at].Kind == PromQlTokenKind.Duration
                || (tokens[at - 1].Kind is PromQlTokenKind.Open or PromQlTokenKind.Colon
                    && at + 1 < tokens.Length && tokens[at + 1].Kind is PromQlTokenKind.Close or PromQlTokenKind.Colon);
        }

        var before = at - 1;
        if (before >= 0 && tokens[before].Of(expression) is "-" or "+")
        {
            before--;
        }

        return before >= 0 && tokens[before].Kind == PromQlTokenKind.Identifier
            && tokens[before].Of(expression).Equals("offset", StringComparison.OrdinalIgnoreCase);
    }
}
