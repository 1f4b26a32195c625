using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Labels;

/// <summary>Whether the series of an expression have a label.</summary>
public enum Presence
{
    /// <summary>None of them has.</summary>
    Never,

    /// <summary>Some of them may have, as far as the expression tells.</summary>
    Maybe,

    /// <summary>All of them have.</summary>
    Always,
}

/// <summary>What is known of a label.</summary>
/// <param name="Presence">Whether it is there.</param>
/// <param name="Value">Its only value; null where it may have several, or where it is not known.</param>
public readonly record struct LabelFact(Presence Presence, string? Value = null)
{
    /// <summary>The label is not there.</summary>
    public static LabelFact Never { get; } = new(Presence.Never);

    /// <summary>Nothing is known.</summary>
    public static LabelFact Maybe { get; } = new(Presence.Maybe);

    /// <summary>What is true of both of two cases.</summary>
    public LabelFact Or(LabelFact other) => Presence == other.Presence
        ? new LabelFact(Presence, Value == other.Value ? Value : null)
        : Maybe;
}

/// <summary>Which labels the series of an expression have, without their metric's name. What it says of a label holds whatever the data.</summary>
public sealed record LabelFlow
{
    private readonly ImmutableSortedDictionary<string, LabelFact> _facts;

    /// <summary>Makes a flow.</summary>
    /// <param name="others">What holds for every label that is not among the facts.</param>
    /// <param name="facts">What holds for these labels.</param>
    public LabelFlow(LabelFact others, IEnumerable<KeyValuePair<string, LabelFact>> facts)
    {
        Others = others;
        _facts = facts.Where(f => f.Value != others).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Nothing is known.</summary>
    public static LabelFlow Any { get; } = new(LabelFact.Maybe, []);

    /// <summary>No label at all.</summary>
    public static LabelFlow None { get; } = new(LabelFact.Never, []);

    /// <summary>What holds for every label that is not named.</summary>
    public LabelFact Others { get; }

    /// <summary>The labels of which something else is known than of all others.</summary>
    public IEnumerable<string> Named => _facts.Keys;

    /// <summary>The labels that every series has, each with its only value.</summary>
    public ImmutableSortedDictionary<string, string> Certain =>
        _facts.Where(f => f.Value is { Presence: Presence.Always, Value: not null }).ToImmutableSortedDictionary(f => f.Key, f => f.Value.Value!, StringComparer.Ordinal);

    /// <summary>What is known of a label.</summary>
    public LabelFact this[string label] => _facts.GetValueOrDefault(label, Others);

    /// <summary>Whether a label is there with one value, or surely not there.</summary>
    public bool IsCertain(string label) => this[label] is { Presence: Presence.Never } or { Presence: Presence.Always, Value: not null };

    /// <summary>Reads it out of an expression.</summary>
    public static LabelFlow Of(Environments.Monitoring.PromQl.Ast.PromQlExpression expression) => LabelFlowReader.Read(expression);

    /// <summary>The same with another fact about a label.</summary>
    public LabelFlow With(string label, LabelFact fact) => new(Others, _facts.SetItem(label, fact));

    /// <summary>The same without some labels.</summary>
    public LabelFlow Without(IEnumerable<string> labels) => labels.Aggregate(this, (flow, label) => flow.With(label, LabelFact.Never));

    /// <summary>Some labels of it, and no other.</summary>
    public LabelFlow Only(IEnumerable<string> labels) => new(LabelFact.Never, labels.Distinct().Select(l => KeyValuePair.Create(l, this[l])));

    /// <summary>What is true of both of two flows.</summary>
    public LabelFlow Or(LabelFlow other) =>
        new(Others.Or(other.Others), Named.Union(other.Named).Select(l => KeyValuePair.Create(l, this[l].Or(other[l]))));
}
