using System.Collections.Concurrent;

namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>A histogram with labels. Safe for several threads.</summary>
/// <param name="name">Its name.</param>
/// <param name="help">What it measures.</param>
/// <param name="bounds">The upper bounds of its buckets, ascending, without +Inf.</param>
/// <param name="labelNames">The names of its labels.</param>
internal sealed class Histogram(string name, string help, IReadOnlyList<double> bounds, IReadOnlyList<string> labelNames)
    : MetricFamily(name, help, "histogram")
{
    private readonly ConcurrentDictionary<LabelSet, Series> series = new();
    private readonly double[] bounds = [.. bounds];

    /// <summary>Counts a value.</summary>
    /// <param name="value">The value, in the metric's unit.</param>
    /// <param name="labelValues">Which series.</param>
    public void Observe(double value, params string[] labelValues)
    {
        var index = 0;
        while (index < bounds.Length && value > bounds[index])
            index++;
        Get(labelValues).Observe(index, value);
    }

    /// <summary>Makes a series visible at 0.</summary>
    /// <param name="labelValues">Which series.</param>
    public void Expect(params string[] labelValues) => Get(labelValues);

    /// <inheritdoc/>
    protected override void WriteSeries(ExpositionWriter writer)
    {
        foreach (var one in series.Values)
            one.Write(writer, Name);
    }

    private Series Get(string[] labelValues) =>
        series.GetOrAdd(new LabelSet(labelNames, labelValues), set => new Series(set.ToLabels(labelNames), bounds));

    private sealed class Series(Label[] labels, double[] bounds)
    {
        private readonly Lock gate = new();
        private readonly long[] counts = new long[bounds.Length + 1];
        private readonly Label[][] bucketLabels =
            [.. bounds.Append(double.PositiveInfinity).Select(bound => (Label[])[.. labels, new Label("le", ExpositionWriter.Format(bound))])];

        private double sum;

        public void Observe(int index, double value)
        {
            lock (gate)
            {
                counts[index]++;
                sum += value;
            }
        }

        public void Write(ExpositionWriter writer, string name)
        {
            lock (gate)
            {
                long total = 0;
                for (var i = 0; i < counts.Length; i++)
                    writer.Sample($"{name}_bucket", bucketLabels[i], total += counts[i]);
                writer.Sample($"{name}_sum", labels, sum);
                writer.Sample($"{name}_count", labels, total);
            }
        }
    }
}
