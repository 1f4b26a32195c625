using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Simulation;

/// <summary>The labels of a series, without its metric's name; two are equal when all their labels are.</summary>
public sealed class SeriesLabels : IEquatable<SeriesLabels>
{
    private readonly ImmutableSortedDictionary<string, string> _labels;
    private readonly string _text;

    private SeriesLabels(ImmutableSortedDictionary<string, string> labels)
    {
        _labels = labels;
        _text = "{" + string.Join(",", labels.Select(l => Matcher.Equal(l.Key, l.Value))) + "}";
    }

    /// <summary>No labels.</summary>
    public static SeriesLabels None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The value of a label; empty when it is not there.</summary>
    public string this[string name] => _labels.GetValueOrDefault(name, "");

    /// <summary>Names of the labels.</summary>
    public IEnumerable<string> Names => _labels.Keys;

    /// <summary>Labels with these values.</summary>
    public static SeriesLabels Of(params ReadOnlySpan<(string Name, string Value)> labels)
    {
        var all = None;
        foreach (var (name, value) in labels)
        {
            all = all.With(name, value);
        }

        return all;
    }

    /// <summary>The same with a label set; an empty value takes it away, as Prometheus has it.</summary>
    public SeriesLabels With(string name, string value) => new(value.Length == 0 ? _labels.Remove(name) : _labels.SetItem(name, value));

    /// <summary>The same with further labels, which win over those of the same name.</summary>
    public SeriesLabels With(SeriesLabels others) => new(_labels.SetItems(others._labels));

    /// <summary>Only the labels named, as <c>by</c> keeps them.</summary>
    public SeriesLabels Keep(IReadOnlyCollection<string> names) => new(_labels.RemoveRange(_labels.Keys.Except(names).ToList()));

    /// <summary>Whether every label of another set is there with the same value.</summary>
    public bool Includes(SeriesLabels others) => others._labels.All(l => this[l.Key] == l.Value);

    /// <inheritdoc/>
    public bool Equals(SeriesLabels? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SeriesLabels);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>As PromQL writes them, e.g. <c>{instance="a",job="b"}</c>.</summary>
    public override string ToString() => _text;
}
