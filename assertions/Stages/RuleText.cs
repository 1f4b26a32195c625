using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Stages;

/// <summary>A comparison in a rule's text, turned so that the signal is on its left.</summary>
/// <param name="Operator">Operator, e.g. <c>&gt;</c>.</param>
/// <param name="Threshold">The number that it is compared with; null when that is no number.</param>
/// <param name="Text">What it is compared with, as written.</param>
internal sealed record Comparison(string Operator, double? Threshold, string Text)
{
    /// <summary>Operator of a contract's comparator.</summary>
    public static string Of(Comparator comparator) => comparator switch { Comparator.Above => ">", Comparator.Below => "<", _ => "==" };
}

/// <summary>
/// Reads thresholds and windows out of an expression in Prometheus' canonical print. Minimal on purpose: it finds the comparisons outside all brackets
/// and the range selectors, and admits what it cannot read.
/// </summary>
internal static partial class RuleText
{
    private static readonly ImmutableArray<string> Operators = ["==", "!=", ">=", "<=", ">", "<"];
    private static readonly ImmutableArray<string> SetOperators = ["and", "or", "unless"];

    /// <summary>The comparisons at top level, in order; one per operand of a top-level <c>and</c>, <c>or</c> and <c>unless</c>.</summary>
    public static ImmutableArray<Comparison> Comparisons(string query)
    {
        var text = Unwrap(query);
        var mask = Mask(text);
        var operands = Split(text, mask, SetOperators, words: true);
        if (operands.Length > 1)
        {
            return [.. operands.SelectMany(o => Comparisons(o))];
        }

        var sides = Split(text, mask, Operators, words: false, out var found);
        return sides.Length < 2 ? [] : [Turn(string.Concat(sides[..^1]), found[^1], sides[^1])];
    }

    /// <summary>The windows of all range selectors, as written (scaled).</summary>
    public static ImmutableArray<TimeSpan> Windows(string query) =>
        [.. Range().Matches(Blank(query)).Select(m => Duration(m.Groups[1].Value))];

    private static Comparison Turn(string left, string op, string right)
    {
        var after = right.Trim();
        after = after.StartsWith("bool ", StringComparison.Ordinal) ? after[5..].Trim() : after;
        if (Number(after) is { } threshold)
        {
            return new Comparison(op, threshold, after);
        }

        // "100 < x" says x > 100.
        if (Number(left) is { } leftThreshold)
        {
            return new Comparison(op.Contains('<') ? op.Replace('<', '>') : op.Replace('>', '<'), leftThreshold, left.Trim());
        }

        // "a > b * 0.9" holds a share of 0.9: the ratio a/b against 0.9.
        var factors = Split(Unwrap(after), Mask(Unwrap(after)), ["*"], words: false);
        var share = factors.Length == 2 ? Number(factors[0]) ?? Number(factors[1]) : null;
        return new Comparison(op, share, after);
    }

    private static double? Number(string text) => Unwrap(text.Trim()) switch
    {
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        var t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !t.Contains("Infinity", StringComparison.OrdinalIgnoreCase) ? value : null,
    };

    private static string Unwrap(string query)
    {
        var text = query.Trim();
        while (text.StartsWith('(') && text.EndsWith(')') && Array.IndexOf(Mask(text), 0) < 0)
        {
            text = text[1..^1].Trim();
        }

        return text;
    }

    private static string[] Split(string text, int[] depth, ImmutableArray<string> operators, bool words) => Split(text, depth, operators, words, out _);

    private static string[] Split(string text, int[] depth, ImmutableArray<string> operators, bool words, out List<string> found)
    {
        found = [];
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var op = depth[i] == 0 ? operators.FirstOrDefault(o => At(text, i, o, words)) : null;
            if (op is not null)
            {
                parts.Add(text[start..i]);
                found.Add(op);
                i += op.Length - 1;
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return [.. parts];
    }

    private static bool At(string text, int i, string op, bool word) =>
        string.CompareOrdinal(text, i, op, 0, op.Length) == 0
        && (!word || ((i == 0 || !IsName(text[i - 1])) && (i + op.Length >= text.Length || !IsName(text[i + op.Length]))));

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or ':';

    // Depth of every character in brackets; the brackets themselves and quoted text count as inside.
    private static int[] Mask(string text)
    {
        var blank = Blank(text);
        var depth = new int[text.Length];
        var now = 0;
        for (var i = 0; i < text.Length; i++)
        {
            now += blank[i] is '(' or '{' or '[' ? 1 : 0;
            depth[i] = blank[i] == '"' ? Math.Max(now, 1) : now;
            now -= blank[i] is ')' or '}' or ']' ? 1 : 0;
        }

        return depth;
    }

    // The text with everything quoted replaced by quotes of the same length, so that no bracket or operator in a string counts.
    private static string Blank(string text) => Quoted().Replace(text, m => new string('"', m.Length));

    private static TimeSpan Duration(string text) => Part().Matches(text).Aggregate(TimeSpan.Zero, (sum, part) =>
        sum + (double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * part.Groups[2].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "d" => TimeSpan.FromDays(1),
            "w" => TimeSpan.FromDays(7),
            _ => TimeSpan.FromDays(365),
        }));

    [GeneratedRegex("""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\[([0-9a-z]+)(?::[0-9a-z]*)?\]")]
    private static partial Regex Range();

    [GeneratedRegex("([0-9]+)(ms|[smhdwy])")]
    private static partial Regex Part();
}
