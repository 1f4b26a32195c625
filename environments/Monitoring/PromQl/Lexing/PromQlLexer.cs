using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

/// <summary>
/// Cuts an expression into tokens as <c>promql/parser/lex.go</c> of Prometheus 3.5 does, which looks at brackets to tell what a character means.
/// Whitespace and comments are left out.
/// </summary>
/// <param name="expression">The expression.</param>
internal sealed partial class PromQlLexer(string expression)
{
    private const char None = '\0';
    private int at;
    private int start;
    private int parentheses;
    private bool inBraces;
    private bool inBrackets;
    private bool awaitsDuration;
    private bool sawColon;

    private char Current => Peek(0);

    private bool IsAtEnd => at >= expression.Length;

    /// <summary>The next token; <see cref="PromQlTokenKind.End"/> again and again behind the last one.</summary>
    /// <exception cref="PromQlException">The text is no token.</exception>
    public PromQlToken Next()
    {
        SkipBlanks();
        start = at;
        if (IsAtEnd)
        {
            return End();
        }

        return inBraces ? TakeInBraces() : awaitsDuration ? TakeInDuration() : Take();
    }

    /// <summary>Whether a character may be part of a name.</summary>
    public static bool IsAlphaNumeric(char c) => IsAlpha(c) || char.IsAsciiDigit(c);

    /// <summary>Whether a character may start a name.</summary>
    public static bool IsAlpha(char c) => c == '_' || char.IsAsciiLetter(c);

    private char Peek(int ahead) => at + ahead < expression.Length ? expression[at + ahead] : None;

    private void SkipBlanks()
    {
        while (!IsAtEnd)
        {
            if (Current is ' ' or '\t' or '\n' or '\r')
            {
                at++;
            }
            else if (Current == '#' && !awaitsDuration)
            {
                var end = expression.AsSpan(at).IndexOfAny('\r', '\n');
                at = end < 0 ? expression.Length : at + end;
            }
            else
            {
                return;
            }
        }
    }

    private PromQlToken End() =>
        inBraces ? throw Error("the brace is never closed")
        : parentheses > 0 ? throw Error("a parenthesis is never closed")
        : inBrackets ? throw Error("the bracket is never closed")
        : Token(PromQlTokenKind.End);

    private PromQlToken Take() => Current switch
    {
        ',' or '*' or '/' or '%' or '+' or '-' or '^' or '@' => Sign(1),
        '=' when Peek(1) == '~' => throw Error("=~ matches labels and stands inside braces only"),
        '!' when Peek(1) != '=' => throw Error("! is no operator; != is"),
        '=' or '!' or '<' or '>' => Sign(Peek(1) == '=' ? 2 : 1),
        '{' => OpenBrace(),
        '(' or ')' => Parenthesis(),
        '[' or ']' => Bracket(),
        '"' or '\'' => TakeQuoted(),
        '`' => TakeRaw(),
        '.' when char.IsAsciiDigit(Peek(1)) => TakeQuantity(),
        var c when char.IsAsciiDigit(c) => TakeQuantity(),
        var c when IsAlpha(c) || c == ':' => inBrackets ? Colon() : TakeWord(),
        _ => throw Unexpected(""),
    };

    private PromQlToken TakeInBraces() => Current switch
    {
        ',' => Sign(1),
        '=' => Sign(Peek(1) == '~' ? 2 : 1),
        '!' when Peek(1) is '~' or '=' => Sign(2),
        '"' or '\'' => TakeQuoted(),
        '`' => TakeRaw(),
        '}' => CloseBrace(),
        var c when IsAlpha(c) => TakeLabel(),
        _ => throw Unexpected(" inside braces"),
    };

    // Behind an opening bracket, up to the first number: signs and parentheses are those of a duration.
    private PromQlToken TakeInDuration() => Current switch
    {
        ']' => Bracket(),
        '(' or ')' => Parenthesis(),
        '+' or '-' or '*' or '/' or '%' or '^' => Sign(1),
        '.' when char.IsAsciiDigit(Peek(1)) => TakeQuantity(),
        var c when char.IsAsciiDigit(c) => TakeQuantity(),
        ':' => throw Error("a range comes before the colon"),
        _ => throw Unexpected(" where a duration is awaited"),
    };

    private PromQlToken OpenBrace()
    {
        inBraces = true;
        return Sign(1);
    }

    private PromQlToken CloseBrace()
    {
        inBraces = false;
        return Sign(1);
    }

    private PromQlToken Parenthesis()
    {
        parentheses += Current == '(' ? 1 : -1;
        return parentheses < 0 ? throw Error("this parenthesis was never opened") : Sign(1);
    }

    private PromQlToken Bracket()
    {
        var opens = Current == '[';
        if (opens == inBrackets)
        {
            throw Error(opens ? "a bracket inside brackets" : "this bracket was never opened");
        }

        inBrackets = awaitsDuration = opens;
        sawColon = false;
        return Sign(1);
    }

    // Prometheus 3.5 takes any letter inside brackets for the colon; what Prometheus loads has to be read.
    private PromQlToken Colon()
    {
        if (sawColon)
        {
            throw Error("a second colon inside the brackets");
        }

        sawColon = true;
        at++;
        return new PromQlToken(PromQlTokenKind.Sign, ":", new TextRange(start, at));
    }

    private PromQlToken TakeWord()
    {
        while (IsAlphaNumeric(Current) || Current == ':')
        {
            at++;
        }

        var kind = PromQlKeywords.KindOf(expression[start..at].ToLowerInvariant());
        var token = Token(kind);
        return kind == PromQlTokenKind.Keyword ? token with { Text = token.Text.ToLowerInvariant() } : token;
    }

    private PromQlToken TakeLabel()
    {
        while (IsAlphaNumeric(Current))
        {
            at++;
        }

        return Token(PromQlTokenKind.Identifier);
    }

    private PromQlToken Sign(int length)
    {
        at += length;
        return Token(PromQlTokenKind.Sign);
    }

    private PromQlToken Token(PromQlTokenKind kind) => new(kind, expression[start..at], new TextRange(start, at));

    private PromQlException Unexpected(string where) => 
        Error($"unexpected character {PromQlString.Quote(expression.Substring(start, Rune.TryGetRuneAt(expression, start, out var rune) ? rune.Utf16SequenceLength : 1))}{where}");

    private PromQlException Error(string message) => PromQlException.At(expression, start, message);
}
