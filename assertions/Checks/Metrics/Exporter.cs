using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>A program whose metrics are known.</summary>
/// <param name="name">Its name, e.g. <c>kube-state-metrics</c>.</param>
/// <param name="prefixes">What names that only it has begin with.</param>
/// <param name="metrics">Its metrics.</param>
public sealed class Exporter(string name, ImmutableArray<string> prefixes, IEnumerable<KnownMetric> metrics)
{
    private static readonly ImmutableArray<string> HistogramParts = ["_bucket", "_count", "_sum"];

    private readonly ImmutableDictionary<string, KnownMetric> _metrics = metrics.ToImmutableDictionary(m => m.Name, StringComparer.Ordinal);

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The names that it is known to have, families left out.</summary>
    public IEnumerable<string> MetricNames => _metrics.Values.Where(m => !IsFamily(m)).SelectMany(Series);

    /// <summary>Whether only this program's metrics begin like a name.</summary>
    public bool Owns(string metric) => prefixes.Any(p => metric.StartsWith(p, StringComparison.Ordinal));

    /// <summary>What is known of a metric of exactly this name; null where that is nothing.</summary>
    public KnownMetric? Find(string metric) =>
        _metrics.TryGetValue(metric, out var known) ? known : HistogramParts.Select(part => PartOf(metric, part)).FirstOrDefault(m => m is not null);

    /// <summary>The family that a name is of; null where it is of none.</summary>
    public KnownMetric? FamilyOf(string metric) => _metrics.Values.FirstOrDefault(m => IsFamily(m) && metric.StartsWith(m.Name[..^1], StringComparison.Ordinal));

    private static bool IsFamily(KnownMetric metric) => metric.Name.EndsWith('*');

    private static IEnumerable<string> Series(KnownMetric metric) => metric.Type switch
    {
        MetricType.Histogram => HistogramParts.Select(p => metric.Name + p),
        MetricType.Summary => [metric.Name, metric.Name + "_count", metric.Name + "_sum"],
        _ => [metric.Name],
    };

    // The parts of a histogram and the sums of a summary are counters.
    private KnownMetric? PartOf(string metric, string part) =>
        metric.EndsWith(part, StringComparison.Ordinal) && _metrics.TryGetValue(metric[..^part.Length], out var whole)
        && (whole.Type == MetricType.Histogram || (whole.Type == MetricType.Summary && part != "_bucket"))
            ? new KnownMetric(metric, MetricType.Counter) { Flag = whole.Flag }
            : null;
}
