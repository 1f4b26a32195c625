using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration.Yaml;

namespace NovaCron.Validation.Environments.Monitoring.Configuration;

/// <summary>
/// Reads label matchers in Alertmanager's three notations. A text that both of its matcher parsers read is taken as the classic one reads it,
/// else as the one that reads it does: so Alertmanager itself decides unless it is told otherwise (<c>matcher/compat</c>).
/// </summary>
internal static class MatcherReader
{
    public static ImmutableArray<LabelMatcher> Read(YamlMap map, string equalsKey, string regexKey, string listKey) =>
    [
        .. ReadMap(map, equalsKey, "="),
        .. ReadMap(map, regexKey, "=~"),
        .. map.LocatedTexts(listKey).SelectMany(ReadEntry),
    ];

    private static IEnumerable<LabelMatcher> ReadMap(YamlMap map, string key, string comparison) =>
        map.Map(key) is { } labels ? labels.Keys.Select(name => new LabelMatcher(name, comparison, labels.Text(name) ?? "", labels.PositionOf(name))) : [];

    // An entry may hold several matchers, separated by commas and enclosed in braces.
    private static IEnumerable<LabelMatcher> ReadEntry(ConfigurationText entry)
    {
        var parsed = MatcherParser.Parse(entry.Value);
        var classic = ClassicMatcherParser.Parse(entry.Value);
        var read = classic ?? parsed;
        if (read is not { } matchers)
        {
            throw new ConfigurationException(entry.Position, $"'{Shortened(entry.Value)}' is no matcher; write it like severity=\"critical\" or team=~\"a|b\"");
        }

        return matchers.Select(m => new LabelMatcher(m.Name, m.Operator, m.Value, matchers.Length == 1 ? entry.Position : entry.PositionOf(m.Offset)));
    }

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";
}

/// <summary>A matcher as it is parsed.</summary>
/// <param name="Name">Label.</param>
/// <param name="Operator">Operator.</param>
/// <param name="Value">Value.</param>
/// <param name="Offset">Where it begins in the text.</param>
internal readonly record struct ParsedMatcher(string Name, string Operator, string Value, int Offset);
