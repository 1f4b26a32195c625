using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>Reads label matchers in Alertmanager's three notations.</summary>
internal static partial class MatcherReader
{
    public static ImmutableArray<LabelMatcher> Read(YamlMap map, string equalsKey, string regexKey, string listKey) =>
    [
        .. ReadMap(map, equalsKey, "="),
        .. ReadMap(map, regexKey, "=~"),
        .. map.Texts(listKey).SelectMany(entry => ReadEntry(entry.Text, entry.Position)),
    ];

    private static IEnumerable<LabelMatcher> ReadMap(YamlMap map, string key, string comparison) =>
        map.Map(key) is { } labels ? labels.Keys.Select(name => new LabelMatcher(name, comparison, labels.Text(name) ?? "", labels.PositionOf(name))) : [];

    // An entry may hold several matchers, separated by commas and enclosed in braces.
    private static IEnumerable<LabelMatcher> ReadEntry(string text, SourcePosition position)
    {
        var rest = text.Trim();
        if (rest is ['{', .., '}'])
        {
            rest = rest[1..^1].Trim();
        }

        while (rest.Length > 0)
        {
            var match = Matcher().Match(rest);
            if (!match.Success)
            {
                throw new ConfigurationException(position, $"'{text}' is no matcher; write it like severity=\"critical\" or team=~\"a|b\"");
            }

            yield return new LabelMatcher(Unquote(match.Groups["name"].Value), match.Groups["op"].Value, Unquote(match.Groups["value"].Value), position);
            rest = rest[match.Length..];
        }
    }

    private static string Unquote(string text)
    {
        if (text is not ['"', .., '"'])
        {
            return text.Trim();
        }

        var plain = new StringBuilder();
        for (var i = 1; i < text.Length - 1; i++)
        {
            plain.Append(text[i] == '\\' && text[i + 1] is '"' or '\\' or 'n' ? text[++i] == 'n' ? '\n' : text[i] : text[i]);
        }

        return plain.ToString();
    }

    [GeneratedRegex("""^\s*(?<name>"(?:[^"\\]|\\.)*"|[^\s=!~,"{}]+)\s*(?<op>=~|!~|!=|=)\s*(?<value>"(?:[^"\\]|\\.)*"|[^\s,"][^,"]*|)\s*(?:,\s*|$)""")]
    private static partial Regex Matcher();
}
