using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Parsing;

/// <content>Escapes and classes of characters.</content>
internal sealed partial class RegexReader
{
    private const int LastRune = 0x10FFFF;
    private const string PerlClasses = "dDsSwW";
    private static readonly string[] PosixClasses =
        ["alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word", "xdigit"];

    private char Next => at + 1 < pattern.Length ? pattern[at + 1] : '\0';

    private void TakeEscape()
    {
        switch (Next)
        {
            case 'A' or 'b' or 'z':
                Push(matchesEmpty: Next != 'b');
                at += 2;
                break;
            case 'B':
                Push(matchesEmpty: true);
                at += 2;
                break;
            case 'Q':
                TakeLiteral();
                break;
            default:
                if (!TryTakeNamedClass())
                {
                    TakeEscapedRune();
                }

                Push(matchesEmpty: false);
                break;
        }
    }

    // Up to \E or the end; each character is an operand.
    private void TakeLiteral()
    {
        at += 2;
        var end = pattern.IndexOf(@"\E", at, StringComparison.Ordinal);
        var length = (end < 0 ? pattern.Length : end) - at;
        if (length > 0)
        {
            Push(matchesEmpty: false);
        }

        at += length + (end < 0 ? 0 : 2);
    }

    // \d and its like, \pN and \p{Name}.
    private bool TryTakeNamedClass()
    {
        if (Current != '\\' || at + 1 >= pattern.Length)
        {
            return false;
        }

        if (PerlClasses.Contains(Next))
        {
            at += 2;
            return true;
        }

        if (Next is not ('p' or 'P'))
        {
            return false;
        }

        at += 2;
        var name = pattern.AsSpan(at, Math.Min(1, pattern.Length - at));
        at += name.Length;
        if (name is "{")
        {
            var length = pattern.AsSpan(at).IndexOf('}');
            name = length < 0 ? "" : pattern.AsSpan(at, length);
            at += length + 1;
        }

        return UnicodeClasses.Has(name.StartsWith('^') ? name[1..] : name)
            ? true
            : throw new FormatException($"there is no class \\p{{{name}}}");
    }

    private void TakeClass()
    {
        at += Next == '^' ? 2 : 1;
        for (var isFirst = true; IsAtEnd || Current != ']' || isFirst; isFirst = false)
        {
            if (!TryTakePosixClass() && !TryTakeNamedClass())
            {
                TakeRange();
            }
        }

        at++;
    }

    private bool TryTakePosixClass()
    {
        var end = Current == '[' && Next == ':' && at + 2 < pattern.Length ? pattern.IndexOf(":]", at + 2, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return false;
        }

        var name = pattern[(at + 2)..end];
        at = end + 2;
        return PosixClasses.Contains(name.StartsWith('^') ? name[1..] : name)
            ? true
            : throw new FormatException($"there is no class [:{name}:]");
    }

    private void TakeRange()
    {
        var start = at;
        var low = TakeClassRune();
        if (Current == '-' && at + 1 < pattern.Length && Next != ']')
        {
            at++;
            if (TakeClassRune() < low)
            {
                throw new FormatException($"the range {pattern[start..at]} runs backwards");
            }
        }
    }

    private int TakeClassRune()
    {
        if (IsAtEnd)
        {
            throw new FormatException("a class is never closed by ]");
        }

        return Current == '\\' ? TakeEscapedRune() : TakeRune();
    }

    private int TakeRune()
    {
        var rune = Rune.GetRuneAt(pattern, at);
        at += rune.Utf16SequenceLength;
        return rune.Value;
    }

    private int TakeEscapedRune()
    {
        var start = at++;
        if (IsAtEnd)
        {
            throw new FormatException("it ends in a backslash");
        }

        var c = TakeRune();
        return c switch
        {
            < 0x80 when !char.IsAsciiLetterOrDigit((char)c) => c,
            '0' => TakeOctal(0),
            >= '1' and <= '7' when Current is >= '0' and <= '7' => TakeOctal(c - '0'),
            'x' => TakeHexadecimal(start),
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => throw BadEscape(start),
        };
    }

    private int TakeOctal(int value)
    {
        for (var i = 0; i < 2 && Current is >= '0' and <= '7'; i++)
        {
            value = (value * 8) + (pattern[at++] - '0');
        }

        return value;
    }

    private int TakeHexadecimal(int start)
    {
        var isBraced = Current == '{';
        var end = isBraced ? pattern.IndexOf('}', at) : Math.Min(at + 2, pattern.Length);
        var digits = end < 0 ? "" : pattern[(isBraced ? at + 1 : at)..end].TrimStart('0').PadLeft(isBraced && end == at + 1 ? 0 : 1, '0');
        var isCode = isBraced || end - at == 2;
        if (!isCode || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is < 0 or > LastRune)
        {
            throw BadEscape(start);
        }

        at = end + (isBraced ? 1 : 0);
        return code;
    }

    private FormatException BadEscape(int start) => new($"{pattern[start..at]} is no escape");
}
