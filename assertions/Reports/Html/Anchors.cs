using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Assertions.Reports.Html;

/// <summary>
/// Names of places in the page, e.g. <c>CacheDown</c> and <c>CacheDown/fires</c>. An alert's own name stands as it is where it can; any other character becomes
/// <c>~</c> and its code point, so that a name never breaks out of an attribute or a link and never meets a section's (<c>section/matrix</c>).
/// </summary>
public sealed class Anchors
{
    private const int LongestName = 80;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>A place's name that was not given yet.</summary>
    public string New(string name)
    {
        var anchor = Escape(name);
        var unique = anchor;
        for (var number = 2; !taken.Add(unique); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{anchor}~{number}");
        }

        return unique;
    }

    private static string Escape(string name)
    {
        var escaped = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (escaped.Length >= LongestName)
            {
                break;
            }

            _ = Rune.IsLetterOrDigit(rune) && rune.IsAscii || rune.Value is '_' or '-' or '.' or ':'
                ? escaped.Append(rune.ToString())
                : escaped.Append(CultureInfo.InvariantCulture, $"~{rune.Value:X}");
        }

        return escaped.Length == 0 ? "~" : escaped.ToString();
    }
}
