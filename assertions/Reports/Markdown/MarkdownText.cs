using System.Text;
using System.Text.RegularExpressions;

namespace NovaCron.Validation.Assertions.Reports.Markdown;

/// <summary>
/// Writes foreign text so that GitHub's and GitLab's Markdown shows it as it is, and does nothing with it: no table cell ends, nothing is set
/// in bold, nobody is mentioned, no issue is referred to, no link and no picture is made of it.
/// </summary>
internal static partial class MarkdownText
{
    // What follows a zero-width space is no longer the name, number or address that a host would look for once the page is rendered.
    private const string Break = "&#8203;";

    /// <summary>Text in a paragraph, a list item or a table cell, on one line.</summary>
    /// <param name="text">Text.</param>
    /// <param name="length">Greatest length before it is escaped, in UTF-16 code units.</param>
    public static string Plain(string text, int length = int.MaxValue)
    {
        var escaped = new StringBuilder();
        foreach (var character in SafeText.Shorten(text, length).Trim())
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                // A table takes a backslash before a pipe away before anything else is read, and formulas are cut out before that.
                '|' => "&#124;",
                '$' => "&#36;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '~' => $"\\{character}",
                _ => character.ToString(),
            });
        }

        return Reference().Replace(escaped.ToString(), match => match.Value + Break);
    }

    /// <summary>A name or place in fixed width, in a paragraph or a list item, and in no table.</summary>
    public static string Code(string text)
    {
        var line = SafeText.OneLine(text);
        var fence = new string('`', 1 + Runs().Matches(line).Select(m => m.Length).DefaultIfEmpty(0).Max());
        var space = line.StartsWith('`') || line.EndsWith('`') || line.Length == 0 ? " " : "";
        return $"{fence}{space}{line}{space}{fence}";
    }

    // Of both hosts: @name and user@host; #12, GH-12, !12, ~12, %12, &12 and $12; any scheme://, mailto: and www.; and :emoji:.
    // The few emoji whose names begin with a digit are named: times and ports look like them.
    [GeneratedRegex("@|(?:(?<!&)#|&#36;|&amp;|[!~%]|(?<![a-zA-Z0-9])(?i:gh)-)(?=[0-9])|(?i:mailto|xmpp)(?=:)|(?i:www)(?=\\.)|:(?=//|(?:[a-z+-][a-z0-9_+-]*|100|1234|8ball):)")]
    private static partial Regex Reference();

    [GeneratedRegex("`+")]
    private static partial Regex Runs();
}
