using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.Re2;

/// <summary>
/// Writes an expression in .NET's syntax. Every character becomes an explicit set, so that neither culture nor .NET's wider
/// <c>\d</c>, <c>\w</c> and <c>$</c> come in, and a code point beyond 16 bits is the pair that .NET sees.
/// Word boundaries alone keep .NET's meaning, which knows letters outside ASCII.
/// </summary>
internal static class Re2Writer
{
    /// <summary>Writes a node.</summary>
    public static void Write(StringBuilder to, Re2Node node)
    {
        switch (node)
        {
            case Re2Character character:
                WriteSet(to, character.Set);
                break;
            case Re2Sequence sequence:
                foreach (var part in sequence.Nodes)
                {
                    Write(to, part);
                }

                break;
            case Re2Choice choice:
                WriteChoice(to, choice);
                break;
            case Re2Repeat repeat:
                to.Append("(?:");
                Write(to, repeat.Node);
                to.Append(CultureInfo.InvariantCulture, $"){{{repeat.Least},{repeat.Most}}}");
                break;
            case Re2Assertion assertion:
                to.Append(assertion.Kind switch
                {
                    Re2AssertionKind.TextBegin => @"\A",
                    Re2AssertionKind.TextEnd => @"\z",
                    Re2AssertionKind.LineBegin => "(?m:^)",
                    Re2AssertionKind.LineEnd => "(?m:$)",
                    Re2AssertionKind.WordBoundary => @"\b",
                    _ => @"\B",
                });
                break;
        }
    }

    private static void WriteChoice(StringBuilder to, Re2Choice choice)
    {
        to.Append("(?:");
        for (var i = 0; i < choice.Nodes.Length; i++)
        {
            to.Append(i > 0 ? "|" : "");
            Write(to, choice.Nodes[i]);
        }

        to.Append(')');
    }

    private static void WriteSet(StringBuilder to, RuneSet set)
    {
        var basic = set.Ranges.Where(r => r.First <= 0xFFFF).Select(r => (r.First, Last: Math.Min(r.Last, 0xFFFF)))
            .SelectMany(r => WithoutSurrogates(r.First, r.Last)).ToList();
        var pairs = set.Ranges.Where(r => r.Last > 0xFFFF).SelectMany(r => Pairs(Math.Max(r.First, 0x10000), r.Last)).ToList();
        if (pairs.Count == 0 && basic.Count > 0)
        {
            WriteClass(to, basic);
            return;
        }

        // Nothing matches an empty class, as [^\x00-\x{10FFFF}] is one.
        to.Append("(?:").Append(basic.Count == 0 && pairs.Count == 0 ? @"[^\u0000-\uFFFF]" : "");
        if (basic.Count > 0)
        {
            WriteClass(to, basic);
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            to.Append(i > 0 || basic.Count > 0 ? "|" : "");
            WriteClass(to, [pairs[i].High]);
            WriteClass(to, [pairs[i].Low]);
        }

        to.Append(')');
    }

    private static void WriteClass(StringBuilder to, List<(int First, int Last)> ranges)
    {
        to.Append('[');
        foreach (var (first, last) in ranges)
        {
            to.Append(CultureInfo.InvariantCulture, $"\\u{first:X4}");
            if (last > first)
            {
                to.Append(CultureInfo.InvariantCulture, $"-\\u{last:X4}");
            }
        }

        to.Append(']');
    }

    private static IEnumerable<(int First, int Last)> WithoutSurrogates(int first, int last)
    {
        if (first < 0xD800)
        {
            yield return (first, Math.Min(last, 0xD7FF));
        }

        if (last > 0xDFFF)
        {
            yield return (Math.Max(first, 0xE000), last);
        }
    }

    // A range beyond 16 bits, cut where the first half of the pair changes.
    private static IEnumerable<((int First, int Last) High, (int First, int Last) Low)> Pairs(int first, int last)
    {
        const int block = 0x400;
        while (first <= last)
        {
            var high = 0xD800 + ((first - 0x10000) / block);
            var low = 0xDC00 + ((first - 0x10000) % block);
            var wholeBlocks = low == 0xDC00 ? (last - first + 1) / block : 0;
            var end = wholeBlocks > 0 ? first + (wholeBlocks * block) - 1 : Math.Min(last, first + (0xDFFF - low));
            yield return ((high, high + Math.Max(wholeBlocks - 1, 0)), (low, wholeBlocks > 0 ? 0xDFFF : low + (end - first)));
            first = end + 1;
        }
    }
}
