using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Parses matchers as Alertmanager's classic parser does (<c>pkg/labels/parse.go</c>): plain label names, values with or without quotes.</summary>
internal static partial class ClassicMatcherParser
{
    /// <summary>Parses matchers, separated by commas, in braces or not.</summary>
    /// <returns>The matchers; null when the text is none.</returns>
    public static ImmutableArray<ParsedMatcher>? Parse(string text)
    {
        var start = text.StartsWith('{') ? 1 : 0;
        var end = text.EndsWith('}') && text.Length > start ? text.Length - 1 : text.Length;
        var matchers = ImmutableArray.CreateBuilder<ParsedMatcher>();
        foreach (var (from, to) in Split(text, start, end))
        {
            if (ParseOne(text[from..to], from) is not { } matcher)
            {
                return null;
            }

            matchers.Add(matcher);
        }

        return matchers.ToImmutable();
    }

    // At commas outside quotes; what follows the last comma counts only if there is something.
    private static List<(int From, int To)> Split(string text, int start, int end)
    {
        var parts = new List<(int From, int To)>();
        bool isQuoted = false, isEscaped = false;
        var from = start;
        for (var i = start; i < end; i++)
        {
            switch (text[i])
            {
                case ',' when !isQuoted:
                    parts.Add((from, i));
                    from = i + 1;
                    break;
                case '"':
                    isQuoted ^= !isEscaped;
                    isEscaped = false;
                    break;
                case '\\':
                    isEscaped = !isEscaped;
                    break;
                case ',':
                    break;
                default:
                    isEscaped = false;
                    break;
            }
        }

        if (!text.AsSpan(from, end - from).IsWhiteSpace())
        {
            parts.Add((from, end));
        }

        return parts;
    }

    private static ParsedMatcher? ParseOne(string text, int offset)
    {
        var match = Matcher().Match(text.Trim());
        return match.Success && Unquote(match.Groups["value"].Value) is { } value
            ? new ParsedMatcher(match.Groups["name"].Value, match.Groups["op"].Value, value, offset + (text.Length - text.TrimStart().Length))
            : null;
    }

    // A backslash that escapes nothing stands for itself; a quote inside must be escaped.
    private static string? Unquote(string text)
    {
        var isQuoted = text.StartsWith('"');
        var plain = new StringBuilder();
        for (var i = isQuoted ? 1 : 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i < text.Length - 1)
            {
                i++;
                plain.Append(text[i] switch { 'n' => "\n", '"' => "\"", '\\' => "\\", var other => "\\" + other });
            }
            else if (text[i] == '"')
            {
                return isQuoted && i == text.Length - 1 ? plain.ToString() : null;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return isQuoted ? null : plain.ToString();
    }

    [GeneratedRegex(@"\A[\t\n\f\r ]*(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)[\t\n\f\r ]*(?<op>=~|=|!=|!~)[\t\n\f\r ]*(?<value>(?s:.*?))[\t\n\f\r ]*\z")]
    private static partial Regex Matcher();
}
