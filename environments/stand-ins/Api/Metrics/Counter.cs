using System.Collections.Concurrent;

namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>A counter with labels. Safe for several threads.</summary>
/// <param name="name">Its name.</param>
/// <param name="help">What it counts.</param>
/// <param name="labelNames">The names of its labels.</param>
internal sealed class Counter(string name, string help, IReadOnlyList<string> labelNames) : MetricFamily(name, help, "counter")
{
    private readonly ConcurrentDictionary<LabelSet, Series> series = new();

    /// <summary>Adds 1.</summary>
    /// <param name="labelValues">Which series.</param>
    public void Increment(params string[] labelValues) => Interlocked.Increment(ref Get(labelValues).Count);

    /// <summary>Makes a series visible at 0, so that a rate sees its first increment.</summary>
    /// <param name="labelValues">Which series.</param>
    public void Expect(params string[] labelValues) => Get(labelValues);

    /// <inheritdoc/>
    protected override void WriteSeries(ExpositionWriter writer)
    {
        foreach (var one in series.Values)
            writer.Sample(Name, one.Labels, Interlocked.Read(ref one.Count));
    }

    private Series Get(string[] labelValues) =>
        series.GetOrAdd(new LabelSet(labelNames, labelValues), static (set, names) => new Series(set.ToLabels(names)), labelNames);

    private sealed class Series(Label[] labels)
    {
        public long Count;

        public Label[] Labels => labels;
    }
}
