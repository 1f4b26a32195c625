using System.Globalization;
using System.Text;
using NovaCron.Validation.Environments;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>
/// Makes text that others wrote (label values, messages, error texts) safe for a terminal: what would move the cursor, change colours
/// or turn the direction of writing is shown as its code point, and line ends become spaces.
/// </summary>
public static class SafeText
{
    /// <summary>The text on one line, without control and format characters.</summary>
    public static string OneLine(string text) => PlainLine.Of(text);

    /// <summary>The text on one line, cut to a length.</summary>
    /// <param name="text">Text.</param>
    /// <param name="length">Greatest length, in UTF-16 code units; a longer text ends in an ellipsis.</param>
    public static string Shorten(string text, int length)
    {
        var line = OneLine(text);
        if (line.Length <= length)
        {
            return line;
        }

        // No character is cut in halves.
        var end = Math.Max(0, length - 1);
        return line[..(end > 0 && char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>The text in ASCII: punctuation in its nearest form, any other character as its code point.</summary>
    public static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            ascii.Append(rune.Value switch
            {
                < 0x80 => rune.ToString(),
                '–' or '—' => "-",
                '’' or '‘' => "'",
                '“' or '”' => "\"",
                '…' => "...",
                '·' => ".",
                '×' => "x",
                _ => string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>"),
            });
        }

        return ascii.ToString();
    }

    /// <summary>Breaks a line at spaces.</summary>
    /// <param name="text">Text on one line.</param>
    /// <param name="width">Greatest length of a line; a longer word gets a line of its own, in pieces.</param>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w.Chunk(Math.Max(1, width)).Select(c => new string(c))))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
