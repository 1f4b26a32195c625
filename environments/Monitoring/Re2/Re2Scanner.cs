using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>Reads an expression character by character, and its escapes.</summary>
/// <param name="text">The expression.</param>
internal sealed class Re2Scanner(string text)
{
    /// <summary>Where the next character stands.</summary>
    public int At { get; set; }

    /// <summary>Whether all is read.</summary>
    public bool IsAtEnd => At >= text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public char Next => IsAtEnd ? '\0' : text[At];

    /// <summary>Whether a text comes next.</summary>
    public bool Sees(string what) => text.AsSpan(At).StartsWith(what, StringComparison.Ordinal);

    /// <summary>Reads a text if it comes next.</summary>
    public bool Take(string what)
    {
        var sees = Sees(what);
        At += sees ? what.Length : 0;
        return sees;
    }

    /// <summary>Reads up to a text, and that text too; null when it does not come.</summary>
    public string? TakeUntil(string end)
    {
        if (text.IndexOf(end, At, StringComparison.Ordinal) is not (>= 0 and var found))
        {
            return null;
        }

        var taken = text[At..found];
        At = found + end.Length;
        return taken;
    }

    /// <summary>Reads a code point.</summary>
    public int TakeRune()
    {
        Rune.DecodeFromUtf16(text.AsSpan(At), out var rune, out var length);
        At += length;
        return rune.Value;
    }

    /// <summary>Reads a number without leading zeros; null when there is none, and <see cref="int.MaxValue"/> for one of more than eight digits.</summary>
    public int? TakeNumber()
    {
        var start = At;
        while (char.IsAsciiDigit(Next))
        {
            At++;
        }

        var digits = text.AsSpan(start, At - start);
        return digits.Length == 0 || (digits.Length > 1 && digits[0] == '0') ? null
            : digits.Length > 8 ? int.MaxValue
            : int.Parse(digits, CultureInfo.InvariantCulture);
    }

    /// <summary>Reads what stands behind a backslash and means one character.</summary>
    /// <exception cref="Re2Exception">RE2 knows no such escape.</exception>
    public int TakeEscaped()
    {
        var start = At;
        if (IsAtEnd)
        {
            throw new Re2Exception("it ends with a backslash", At);
        }

        var rune = TakeRune();
        switch (rune)
        {
            case 'a': return '\a';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'v': return '\v';
            case 'x': return TakeHexadecimal(start);
            case >= '1' and <= '7' when Next is >= '0' and <= '7':
            case '0': return TakeOctal(rune - '0');
            default:
                return rune < 0x80 && !char.IsAsciiLetterOrDigit((char)rune)
                    ? rune
                    : throw new Re2Exception($"'\\{new Rune(rune)}' is no escape that RE2 knows", start - 1);
        }
    }

    private int TakeOctal(int value)
    {
        for (var i = 0; i < 2 && Next is >= '0' and <= '7'; i++)
        {
            value = (value * 8) + (Next - '0');
            At++;
        }

        return value;
    }

    private int TakeHexadecimal(int start)
    {
        var digits = Take("{") ? TakeUntil("}") : At + 2 <= text.Length ? text.Substring(At, 2) : null;
        At += digits is not null && text[start + 1] != '{' ? 2 : 0;
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= RuneSet.Last
            ? value
            : throw new Re2Exception("'\\x' is not followed by two hexadecimal digits, or by a code point in braces", start - 1);
    }
}
