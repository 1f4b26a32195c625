using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.PromQl.Lexing;

/// <summary>
/// Strings as written and as meant. A string of Prometheus is bytes: one that is no UTF-8, as <c>"\xff"</c> makes it,
/// is kept as the lone surrogate U+DC00 + byte, which no other string holds.
/// </summary>
internal static class PromQlString
{
    private const int ByteEscape = 0xDC00;
    private const string ShortEscapes = "a\ab\bf\fn\nr\rt\tv\v\\\\\"\"''";

    /// <summary>What a string token means.</summary>
    /// <param name="literal">The token, which the lexer has checked.</param>
    public static string Unquote(string literal)
    {
        var inner = literal.AsSpan(1, literal.Length - 2);
        if (literal[0] == '`' || !inner.Contains('\\'))
        {
            return inner.ToString();
        }

        var bytes = new List<byte>(inner.Length);
        Span<byte> encoded = stackalloc byte[4];
        while (!inner.IsEmpty)
        {
            if (inner[0] == '\\')
            {
                inner = inner[TakeEscape(inner, bytes)..];
            }
            else
            {
                Rune.DecodeFromUtf16(inner, out var rune, out var length);
                bytes.AddRange(encoded[..rune.EncodeToUtf8(encoded)]);
                inner = inner[length..];
            }
        }

        return Decode([.. bytes]);
    }

    /// <summary>Writes a string in double quotes as Go's <c>%q</c> does, but for U+FFFD, which Prometheus only takes escaped.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"", value.Length + 2);
        for (var i = 0; i < value.Length;)
        {
            var isRune = Rune.TryGetRuneAt(value, i, out var rune);
            text.Append(isRune ? Escape(rune) : $"\\x{value[i] & 0xFF:x2}");
            i += isRune ? rune.Utf16SequenceLength : 1;
        }

        return text.Append('"').ToString();
    }

    /// <summary>Whether a string is no UTF-8.</summary>
    public static bool HasLoneBytes(string value) => value.AsSpan().ContainsAnyInRange((char)(ByteEscape | 0x80), (char)(ByteEscape | 0xFF)) && !IsUtf16(value);

    private static bool IsUtf16(ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(value, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            value = value[length..];
        }

        return true;
    }

    // Returns the length of the escape.
    private static int TakeEscape(ReadOnlySpan<char> text, List<byte> bytes)
    {
        var (length, radix) = text[1] switch
        {
            'x' => (2, 16),
            'u' => (4, 16),
            'U' => (8, 16),
            >= '0' and <= '7' => (3, 8),
            _ => (0, 0),
        };
        if (length == 0)
        {
            bytes.Add((byte)ShortEscapes[ShortEscapes.IndexOf(text[1], StringComparison.Ordinal) + 1]);
            return 2;
        }

        var first = radix == 8 ? 1 : 2;
        var code = Convert.ToInt32(text.Slice(first, length).ToString(), radix);
        if (text[1] is 'u' or 'U')
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(char.ConvertFromUtf32(code)));
        }
        else
        {
            bytes.Add((byte)code);
        }

        return first + length;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var isRune = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            text.Append(isRune ? rune.ToString() : ((char)(ByteEscape | bytes[0])).ToString());
            bytes = bytes[(isRune ? length : 1)..];
        }

        return text.ToString();
    }

    private static string Escape(Rune rune) => rune.Value switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        >= '\a' and <= '\r' => $"\\{ShortEscapes[ShortEscapes.IndexOf((char)rune.Value, StringComparison.Ordinal) - 1]}",
        < ' ' or 0x7F => $"\\x{rune.Value:x2}",
        0xFFFD => "\\ufffd",
        _ when IsPrintable(rune) => rune.ToString(),
        < 0x10000 => $"\\u{rune.Value:x4}",
        _ => $"\\U{rune.Value:x8}",
    };

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
