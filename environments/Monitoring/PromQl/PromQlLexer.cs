using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>
/// Cuts a PromQL expression into tokens that know their place, so that it can be rewritten where it stands.
/// Never fails: what PromQL does not know becomes <see cref="PromQlTokenKind.Invalid"/>, and whitespace is what lies between tokens.
/// </summary>
public static class PromQlLexer
{
    /// <summary>Cuts an expression.</summary>
    public static ImmutableArray<PromQlToken> Tokenize(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var cursor = new PromQlCursor(expression);
        var tokens = ImmutableArray.CreateBuilder<PromQlToken>();
        var brackets = new Stack<char>();
        while (cursor.SkipWhitespace())
        {
            var start = cursor.At;
            var kind = Take(ref cursor, brackets.TryPeek(out var bracket) ? bracket : '\0');
            tokens.Add(new PromQlToken(kind, start, cursor.At - start));
            Track(brackets, kind, expression[start]);
        }

        return tokens.ToImmutable();
    }

    private static PromQlTokenKind Take(ref PromQlCursor cursor, char bracket)
    {
        var c = cursor.Current;
        return c switch
        {
            '#' => cursor.TakeComment(),
            '"' or '\'' or '`' => cursor.TakeText(),
            ':' when bracket == '[' => cursor.Take(1, PromQlTokenKind.Colon),
            _ when char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(cursor.Next)) => cursor.TakeNumberOrDuration(),
            _ when char.IsAsciiLetter(c) || c is '_' or ':' => TakeWord(ref cursor, bracket),
            _ => TakeSign(ref cursor),
        };
    }

    // A label may be called inf; elsewhere the word is a number in any case of its letters.
    private static PromQlTokenKind TakeWord(ref PromQlCursor cursor, char bracket)
    {
        var start = cursor.At;
        cursor.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_' || (c == ':' && bracket != '['));
        var word = cursor.From(start);
        var isNumber = bracket != '{'
            && (word.Equals("inf", StringComparison.OrdinalIgnoreCase) || word.Equals("nan", StringComparison.OrdinalIgnoreCase));
        return isNumber ? PromQlTokenKind.Number : PromQlTokenKind.Identifier;
    }

    private static PromQlTokenKind TakeSign(ref PromQlCursor cursor) => (cursor.Current, cursor.Next) switch
    {
        ('=', '=') or ('!', '=') or ('<', '=') or ('>', '=') => cursor.Take(2, PromQlTokenKind.Comparison),
        ('<', _) or ('>', _) => cursor.Take(1, PromQlTokenKind.Comparison),
        ('=', '~') or ('!', '~') => cursor.Take(2, PromQlTokenKind.Operator),
        ('=' or '+' or '-' or '*' or '/' or '%' or '^' or '@', _) => cursor.Take(1, PromQlTokenKind.Operator),
        ('(' or '{' or '[', _) => cursor.Take(1, PromQlTokenKind.Open),
        (')' or '}' or ']', _) => cursor.Take(1, PromQlTokenKind.Close),
        (',', _) => cursor.Take(1, PromQlTokenKind.Comma),
        _ => cursor.Take(1, PromQlTokenKind.Invalid),
    };

    private static void Track(Stack<char> brackets, PromQlTokenKind kind, char sign)
    {
        if (kind == PromQlTokenKind.Open)
        {
            brackets.Push(sign);
        }
        else if (kind == PromQlTokenKind.Close)
        {
            brackets.TryPop(out _);
        }
    }
}
