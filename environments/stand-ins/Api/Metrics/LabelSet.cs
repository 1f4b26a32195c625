namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>The label values of one series, equal when all values are.</summary>
internal readonly struct LabelSet : IEquatable<LabelSet>
{
    private readonly string[] values;

    /// <summary>Takes the values for a metric's labels.</summary>
    /// <param name="names">The labels' names.</param>
    /// <param name="values">A value for each.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than names.</exception>
    public LabelSet(IReadOnlyList<string> names, string[] values)
    {
        if (names.Count != values.Length)
            throw new ArgumentException($"Cannot label a series with {values.Length} values: the metric has the {names.Count} labels {string.Join(", ", names)}.", nameof(values));
        this.values = values;
    }

    /// <summary>Names and values.</summary>
    /// <param name="names">The labels' names.</param>
    public Label[] ToLabels(IReadOnlyList<string> names) => [.. values.Select((value, i) => new Label(names[i], value))];

    /// <inheritdoc/>
    public bool Equals(LabelSet other) => values.AsSpan().SequenceEqual(other.values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LabelSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}
