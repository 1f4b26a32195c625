using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Assertions.Reports;

/// <summary>
/// Makes text that others wrote (label values, messages, error texts) safe for a terminal: what would move the cursor, change colours
/// or turn the direction of writing is shown as its code point, and line ends become spaces.
/// </summary>
public static class SafeText
{
    /// <summary>The text on one line, without control and format characters.</summary>
    public static string OneLine(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            safe.Append(rune.Value is '\n' or '\r' or '\t' ? " "
                : category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
                ? string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>")
                : rune.ToString());
        }

        return safe.ToString();
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
