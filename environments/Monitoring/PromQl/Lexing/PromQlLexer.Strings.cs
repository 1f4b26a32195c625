using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

/// <content>Strings: raw in backquotes, with escapes in the other two.</content>
internal sealed partial class PromQlLexer
{
    private const int LastByte = 0xFF;
    private const int LastRune = 0x10FFFF;

    private PromQlToken TakeRaw()
    {
        for (at++; !IsAtEnd && Current != '`';)
        {
            SkipRune();
        }

        return CloseString();
    }

    private PromQlToken TakeQuoted()
    {
        var quote = Current;
        for (at++; !IsAtEnd && Current != quote && Current != '\n';)
        {
            if (Current == '\\')
            {
                SkipEscape(quote);
            }
            else
            {
                SkipRune();
            }
        }

        return Current == quote ? CloseString() : throw Error("the string is never closed");
    }

    private PromQlToken CloseString()
    {
        if (IsAtEnd)
        {
            throw Error("the string is never closed");
        }

        at++;
        return Token(PromQlTokenKind.String);
    }

    // Prometheus takes the replacement character itself, too, for bytes that are no UTF-8.
    private void SkipRune()
    {
        if (!Rune.TryGetRuneAt(expression, at, out var rune) || rune == Rune.ReplacementChar)
        {
            throw PromQlException.At(expression, at, "a character that UTF-8 cannot hold");
        }

        at += rune.Utf16SequenceLength;
    }

    private void SkipEscape(char quote)
    {
        var escape = at;
        at++;
        var c = Current;
        at++;
        switch (c)
        {
            case 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '\\':
            case '"' or '\'' when c == quote:
                return;
            case >= '0' and <= '7':
                at--;
                SkipCode(escape, 3, 8, LastByte);
                return;
            case 'x':
                SkipCode(escape, 2, 16, LastByte);
                return;
            case 'u':
                SkipCode(escape, 4, 16, LastRune);
                return;
            case 'U':
                SkipCode(escape, 8, 16, LastRune);
                return;
            default:
                throw PromQlException.At(expression, escape, "an unknown escape; a backslash is written \\\\");
        }
    }

    private void SkipCode(int escape, int length, int radix, int highest)
    {
        var code = 0L;
        for (var i = 0; i < length; i++, at++)
        {
            var digit = char.IsAsciiHexDigit(Current) ? int.Parse(expression.AsSpan(at, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : radix;
            if (digit >= radix)
            {
                throw PromQlException.At(expression, escape, $"the escape needs {length} digits of radix {radix}");
            }

            code = (code * radix) + digit;
        }

        if (code > highest || code is >= 0xD800 and <= 0xDFFF)
        {
            throw PromQlException.At(expression, escape, "the escape names no character");
        }
    }
}
