using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Assertions.Reports.Html;

/// <summary>
/// The last hand on rendered HTML. The renderer writes every foreign character that is not plain ASCII as a numeric reference, so that this is the one
/// place that sees them all: what is printable becomes the character itself, and what would turn the direction of writing, hide or control text
/// is shown as its code point, as <see cref="SafeText"/> does on a terminal.
/// </summary>
internal static class HtmlText
{
    /// <summary>The HTML with its numeric references resolved.</summary>
    public static string Finish(string html)
    {
        var finished = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (rest.IndexOf("&#x", StringComparison.Ordinal) is >= 0 and var start)
        {
            finished.Append(rest[..start]);
            rest = rest[start..];
            var end = rest.IndexOf(';');
            if (end < 0 || !uint.TryParse(rest[3..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || !Rune.TryCreate(value, out var rune))
            {
                finished.Append(rest[..3]);
                rest = rest[3..];
                continue;
            }

            // A line's end in two characters is one.
            var isPair = rune.Value == '\r' && rest[(end + 1)..].StartsWith("&#xA;", StringComparison.Ordinal);
            finished.Append(isPair ? "" : Shown(rune));
            rest = rest[(end + 1)..];
        }

        return finished.Append(rest).ToString();
    }

    private static string Shown(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => rune.ToString(),
        '"' => "&quot;",
        '\'' => "&#39;",
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
            ? string.Create(CultureInfo.InvariantCulture, $"&lt;U+{rune.Value:X4}&gt;")
            : rune.ToString(),
    };
}
