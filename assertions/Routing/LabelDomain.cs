using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Routing;

/// <summary>
/// The values that a label could have, as far as matchers tell them apart. A value that no matcher names is like any other such value to all
/// comparisons and to every expression whose texts can be listed. To another expression it may be anything: such values are in the domain
/// without a text, once for every combination of answers, more than there may really be and never fewer.
/// Label values with line breaks are left aside, so that <c>.*</c> means all.
/// </summary>
internal sealed class LabelDomain
{
    private const int MostUnlisted = 6;

    private readonly List<LabelMatcher> _unlisted = [];

    /// <summary>Makes the domain of a label.</summary>
    /// <param name="name">The label.</param>
    /// <param name="matchers">All matchers on it.</param>
    public LabelDomain(string name, IReadOnlyCollection<LabelMatcher> matchers)
    {
        Name = name;
        var values = new List<string>();
        foreach (var matcher in matchers.DistinctBy(m => (m.Value, m.Pattern is null)))
        {
            if (matcher.Pattern is not { } pattern)
            {
                values.Add(matcher.Value);
            }
            else if (!pattern.MatchesAll && !pattern.MatchesAllButEmpty)
            {
                AddTexts(matcher, values);
            }
        }

        values.Add(Other(values));
        values.Add("");
        Concrete = [.. values.Distinct().Select(v => new LabelValue(v, ImmutableDictionary<string, bool>.Empty))];
        Abstract = _unlisted.Count <= MostUnlisted ? Combinations() : null;
    }

    /// <summary>The label.</summary>
    public string Name { get; }

    /// <summary>Values with a text: those that are named, one that is not, and none at all.</summary>
    public ImmutableArray<LabelValue> Concrete { get; }

    /// <summary>Values without a text, which may not all be real; null where there would be too many.</summary>
    public ImmutableArray<LabelValue>? Abstract { get; }

    private void AddTexts(LabelMatcher matcher, List<string> values)
    {
        if (matcher.Pattern!.Texts is { } texts)
        {
            values.AddRange(texts.Order(StringComparer.Ordinal));
            return;
        }

        _unlisted.Add(matcher);
        if (matcher.Pattern.Sample() is { } sample)
        {
            values.Add(sample);
        }
    }

    private ImmutableArray<LabelValue> Combinations() => _unlisted.Count == 0 ? [] :
    [
        .. Enumerable.Range(0, 1 << _unlisted.Count)
            .Select(bits => new LabelValue(Other([]), _unlisted.Select((m, i) => (m.Value, Answer: (bits >> i & 1) == 1)).ToImmutableDictionary(a => a.Value, a => a.Answer))),
    ];

    private static string Other(List<string> values)
    {
        var other = "other";
        while (values.Contains(other))
        {
            other += "-other";
        }

        return other;
    }
}

/// <summary>A value of a label.</summary>
/// <param name="Text">The value; for one without a text, any that no matcher names.</param>
/// <param name="Assumed">Answers to expressions that are assumed instead of asked; none for a value with a text.</param>
internal sealed record LabelValue(string Text, ImmutableDictionary<string, bool> Assumed)
{
    /// <summary>Whether it fulfils a matcher.</summary>
    public bool Fulfils(LabelMatcher matcher) =>
        Assumed.IsEmpty ? matcher.Matches(Text)
        : matcher.Pattern is null ? matcher.IsNegative
        : Assumed.TryGetValue(matcher.Value, out var answer) ? answer != matcher.IsNegative
        : (matcher.Pattern.MatchesAll || matcher.Pattern.MatchesAllButEmpty) != matcher.IsNegative;
}
