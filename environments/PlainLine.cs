using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments;

/// <summary>
/// Makes text that others wrote (values, file names, error texts) fit for one line of a message: what would move the cursor, change colours or
/// turn the direction of writing is shown as its code point, and line ends become spaces.
/// </summary>
public static class PlainLine
{
    private const string Cut = " … ";

    /// <summary>The text on one line, without control and format characters.</summary>
    public static string Of(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            safe.Append(rune.Value is '\n' or '\r' or '\t' ? " "
                : category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate || IsNoncharacter(rune)
                ? string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>")
                : rune.ToString());
        }

        return safe.ToString();
    }

    /// <summary>The same, and of a long text the beginning and the end: a message says first where, and last what to do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters that it becomes.</param>
    public static string Of(string text, int most)
    {
        var line = Of(text);
        var end = most / 3;
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most - end - Cut.Length), Cut, line.AsSpan(line.Length - end));
    }

    // Code points that no text may hold; XML has no form for some of them.
    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
