using System.Collections.Immutable;

namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>Which texts an expression could match.</summary>
internal static class Re2Language
{
    /// <summary>Every text that a node could match, its conditions on places left aside; null where there are more than a limit, or no end of them.</summary>
    public static ImmutableHashSet<string>? Enumerate(Re2Node node, int limit)
    {
        switch (node)
        {
            case Re2Character character:
                return character.Set.Count <= limit ? [.. character.Set.Runes().Where(System.Text.Rune.IsValid).Select(char.ConvertFromUtf32)] : null;
            case Re2Choice choice:
                return Union(choice.Nodes.Select(n => Enumerate(n, limit)), limit);
            case Re2Sequence sequence:
                ImmutableHashSet<string>? texts = [""];
                foreach (var next in sequence.Nodes)
                {
                    texts = texts is null ? null : Join(texts, Enumerate(next, limit), limit);
                }

                return texts;
            case Re2Repeat { Most: { } most } repeat:
                var once = Enumerate(repeat.Node, limit);
                List<ImmutableHashSet<string>?> powers = [[""]];
                for (var i = 1; i <= most && powers[^1] is not null; i++)
                {
                    powers.Add(Join(powers[^1], once, limit));
                }

                return powers[^1] is null ? null : Union(powers.Skip(repeat.Least), limit);
            case Re2Assertion:
                return [""];
            default:
                return null;
        }
    }

    /// <summary>One text that a node matches, its conditions on places left aside: the shortest by its counts, the first of each choice.</summary>
    /// <param name="node">The node.</param>
    /// <param name="limit">The most characters.</param>
    public static string? Sample(Re2Node node, int limit)
    {
        return node switch
        {
            Re2Character { Set.Ranges.IsEmpty: false } character => char.ConvertFromUtf32(Readable(character.Set)),
            Re2Choice choice => Sample(choice.Nodes[0], limit),
            Re2Sequence sequence => sequence.Nodes.Aggregate<Re2Node, string?>("", (before, next) => before is not null && Sample(next, limit) is { } behind ? Limited(before + behind, limit) : null),
            Re2Repeat { Least: 0 } => "",
            Re2Repeat repeat => Sample(repeat.Node, limit) is { } once && once.Length * repeat.Least <= limit ? string.Concat(Enumerable.Repeat(once, repeat.Least)) : null,
            Re2Assertion => "",
            _ => null,
        };
    }

    /// <summary>The least length of a node that any text without line breaks matches from that length on, 0 or 1; null for other nodes.</summary>
    public static int? Breadth(Re2Node node) => node switch
    {
        Re2Sequence { Nodes: [Re2Assertion { Kind: Re2AssertionKind.TextBegin }, .. var rest] } => Breadth(new Re2Sequence(rest)),
        Re2Sequence { Nodes: [.. var rest, Re2Assertion { Kind: Re2AssertionKind.TextEnd }] } => Breadth(new Re2Sequence(rest)),
        Re2Sequence { Nodes: [var only] } => Breadth(only),
        Re2Repeat { Most: null, Least: 0 or 1, Node: Re2Character character } repeat when character.Set.Union(RuneSet.Of(('\n', '\n'))).Count == RuneSet.Last + 1 => repeat.Least,
        _ => null,
    };

    // A letter where there is one, since a sample is shown to people.
    private static int Readable(RuneSet set)
    {
        foreach (var (first, last) in set.Ranges)
        {
            var letter = Math.Max(first, 'a');
            if (letter <= Math.Min(last, 'z'))
            {
                return letter;
            }
        }

        var lowest = set.Ranges.FirstOrDefault(r => r.Last >= '!').Last is > 0 and var end
            ? Math.Max(set.Ranges.First(r => r.Last == end).First, '!')
            : set.Ranges[0].First;
        return lowest is >= 0xD800 and <= 0xDFFF ? 0xFFFD : lowest;
    }

    private static string? Limited(string text, int limit) => text.Length <= limit ? text : null;

    private static ImmutableHashSet<string>? Union(IEnumerable<ImmutableHashSet<string>?> sets, int limit)
    {
        var all = ImmutableHashSet.CreateBuilder<string>();
        foreach (var set in sets)
        {
            if (set is null || all.Count + set.Count > 2 * limit)
            {
                return null;
            }

            all.UnionWith(set);
        }

        return all.Count <= limit ? all.ToImmutable() : null;
    }

    private static ImmutableHashSet<string>? Join(ImmutableHashSet<string>? left, ImmutableHashSet<string>? right, int limit) =>
        left is null || right is null || (long)left.Count * right.Count > limit ? null : [.. left.SelectMany(_ => right, (a, b) => a + b)];
}
