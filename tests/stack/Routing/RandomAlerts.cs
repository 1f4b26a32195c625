using System.Collections.Immutable;
using System.Text;

namespace NovaCron.Validation.Tests.Stack.Routing;

/// <summary>Random route trees, inhibition rules and label sets out of a small world, in which things meet often. The same seed gives the same.</summary>
internal sealed class RandomAlerts(int seed)
{
    private static readonly string[] Names = ["alertname", "severity", "team", "zone"];
    private static readonly string[] Values = ["a", "b", "ab", "aab", "B", "x y", "ä", "", "a\"b"];
    private static readonly string[] Patterns = ["a|b", "a.*", ".+", ".*", "", "[ab]+", "^(a|ab)$", "(?i)b", @"\\w{2}", "a?b", "[^a]", "x\\\\sy", "(a|b)(b|)", "."];
    private static readonly string[] Receivers = ["r0", "r1", "r2", "r3", "r4"];

#pragma warning disable CA5394 // The same seed must give the same cases.
    private readonly Random _random = new(seed);

    public ImmutableSortedDictionary<string, string> Labels() => Names
        .Select(n => (Name: n, Value: Pick(Values)))
        .Where(l => l.Value.Length > 0)
        .ToImmutableSortedDictionary(l => l.Name, l => l.Value, StringComparer.Ordinal);

    /// <summary>A configuration with a random tree.</summary>
    public string Routes()
    {
        var text = new StringBuilder("route:\n  receiver: r0\n");
        AppendGroup(text, "  ");
        AppendChildren(text, "  ", depth: 0);
        return text.Append("receivers:\n").AppendJoin("", Receivers.Select(r => $"- name: {r}\n")).ToString();
    }

    /// <summary>A configuration with random inhibition rules.</summary>
    public string Inhibitions()
    {
        var text = new StringBuilder("route: {receiver: r0}\nreceivers: [{name: r0}]\ninhibit_rules:\n");
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            text.Append("- equal: [").AppendJoin(", ", Names.Where(_ => Chance(3))).Append("]\n");
            AppendMatchers(text, "  ", "source_", least: 1);
            AppendMatchers(text, "  ", "target_", least: 1);
        }

        return text.ToString();
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public bool Chance(int oneIn) => _random.Next(oneIn) == 0;
#pragma warning restore CA5394

    private void AppendChildren(StringBuilder text, string indent, int depth)
    {
        var count = depth == 0 ? 4 : depth < 3 && Chance(2) ? 2 : 0;
        text.Append(count > 0 ? $"{indent}routes:\n" : "");
        for (var i = 0; i < count; i++)
        {
            text.Append($"{indent}- continue: {(Chance(3) ? "true" : "false")}\n");
            var inner = indent + "  ";
            text.Append(Chance(4) ? "" : $"{inner}receiver: {Pick(Receivers)}\n");
            AppendGroup(text, inner);
            AppendMatchers(text, inner, "", least: Chance(6) ? 0 : 1);
            AppendChildren(text, inner, depth + 1);
        }
    }

    private void AppendGroup(StringBuilder text, string indent)
    {
        var labels = Chance(5) ? "'...'" : string.Join(", ", Names.Where(_ => Chance(3)));
        text.Append(Chance(2) ? $"{indent}group_by: [{labels}]\n" : "");
    }

    private void AppendMatchers(StringBuilder text, string indent, string prefix, int least)
    {
        var notation = least == 0 ? -1 : Pick([0, 1, 2, 3, 4, 5]);
        var (name, other) = (Pick(Names), Pick(Names));
        text.Append(notation switch
        {
            -1 => "",
            0 => $"{indent}{prefix}match: {{{name}: {Yaml(Pick(Values))}}}\n",
            1 => $"{indent}{prefix}match_re: {{{name}: {Yaml(Pattern())}}}\n",
            2 => $"{indent}{prefix}matchers: [{Yaml(Matcher(name))}]\n",
            3 => $"{indent}{prefix}matchers: [{Yaml(Matcher(name))}, {Yaml(Matcher(other))}]\n",
            4 => $"{indent}{prefix}matchers: [{Yaml($"{{{Matcher(name)}, {Matcher(other)},}}")}]\n",
            _ => $"{indent}{prefix}matchers: [{Yaml(Pick([$"{name}=a", $"{name} != \"a\" , {other}=~b.*", $"\"{name}\"=\"b\"", $"{name}=~(a|b)", $"{name}=", $"{name}=x y", $"\"{name}\"=~\"\\u00e4\""]))}]\n",
        });
    }

    private string Pattern() => Pick(Patterns).Replace(@"\\", @"\", StringComparison.Ordinal);

    private string Matcher(string name) => Pick(["=", "!=", "=~", "!~"]) is var comparison && comparison[1..] == "~"
        ? $"{name}{comparison}\"{Pick(Patterns)}\""
        : $"{name}{comparison}\"{Pick(Values).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Yaml(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
