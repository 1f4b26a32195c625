using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NovaCron.Validation.Assertions.Checks.Templates.Parsing;

/// <summary>Reads Go's literals. Source: Go's <c>strconv.Unquote</c>, <c>ParseInt</c> and <c>ParseFloat</c>.</summary>
internal static partial class GoText
{
    private const int MostCharacterEscape = 0xff;

    /// <summary>The value of a string in double quotes or backticks, or of a character in single quotes; null where Go refuses it.</summary>
    public static string? Unquote(string literal)
    {
        var quote = literal[0];
        if (quote == '`')
        {
            return literal[1..^1].Replace("\r", "", StringComparison.Ordinal);
        }

        var value = new StringBuilder();
        for (var at = 1; at < literal.Length - 1;)
        {
            if (literal[at] != '\\')
            {
                value.Append(literal[at++]);
            }
            else if (!Unescape(literal, quote, ref at, value))
            {
                return null;
            }
        }

        return quote == '"' || value.ToString().EnumerateRunes().Count() == 1 ? value.ToString() : null;
    }

    /// <summary>Whether Go reads a number.</summary>
    public static bool IsNumber(string text) => Number().IsMatch(text) && !text.Contains("__", StringComparison.Ordinal);

    private static bool Unescape(string literal, char quote, ref int at, StringBuilder value)
    {
        var c = literal[at + 1];
        at += 2;
        if ("abfnrtv\\".Contains(c) || c == quote)
        {
            value.Append(c switch { 'a' => '\a', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v', _ => c });
            return true;
        }

        var (digits, radix) = c switch { 'x' => (2, 16), 'u' => (4, 16), 'U' => (8, 16), >= '0' and <= '7' => (3, 8), _ => (0, 0) };
        at -= radix == 8 ? 1 : 0;
        if (digits == 0 || at + digits >= literal.Length || Code(literal.AsSpan(at, digits), radix) is not { } code)
        {
            return false;
        }

        at += digits;
        if (digits <= 3)
        {
            value.Append((char)code);
            return code <= MostCharacterEscape;
        }

        var isRune = Rune.IsValid((uint)code);
        value.Append(isRune ? new Rune((uint)code).ToString() : "");
        return isRune;
    }

    private static long? Code(ReadOnlySpan<char> digits, int radix)
    {
        var code = 0L;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? int.Parse([c], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : radix;
            if (digit >= radix)
            {
                return null;
            }

            code = (code * radix) + digit;
        }

        return code;
    }

    // Underscores only between digits, or behind the prefix, and then only where there is one.
    [GeneratedRegex(@"^[+-]?(0[xX]_?[0-9a-fA-F_]*[0-9a-fA-F]|0[oO]_?[0-7_]*[0-7]|0[bB]_?[01_]*[01]|0[xX]_?([0-9a-fA-F_]*[0-9a-fA-F])?(\.[0-9a-fA-F]*)?[pP][+-]?[0-9]+|([0-9]([0-9_]*[0-9])?\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)i?([+-][0-9.eE]+i)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
