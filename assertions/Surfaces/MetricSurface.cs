using NovaCron.Validation.Assertions.Stages;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>A key metric is there under healthy load, and of the type that the strategy describes.</summary>
public static class MetricSurface
{
    /// <summary>Judges a metric.</summary>
    public static SurfaceResult Judge(KeyMetric metric, IEnumerable<SurfaceEvidence> cells)
    {
        if (metric.NotSupplied is { } reason)
        {
            return Result(metric, Outcome.NotApplicable, $"not supplied: {reason}");
        }

        if (cells.FirstOrDefault(c => c.Alert == metric.Alert) is not { } cell)
        {
            return Result(metric, Outcome.NotReached, $"it is looked for in the cell of {metric.Alert}, which did not run");
        }

        return cell.Metrics.FirstOrDefault(m => m.Name == metric.Name) switch
        {
            null => Result(metric, Outcome.Inconclusive, $"Prometheus could not be asked for it: {string.Join("; ", cell.Errors)}"),
            { Series: 0 } => Result(metric, Outcome.Fail, "expected series of it under healthy load, found none"),
            { Type: var type } when type != metric.Type => Result(metric, Outcome.Fail, $"expected a {metric.Type}, found a {type ?? "metric without a type"}"),
            var seen => Result(metric, Outcome.Pass, $"a {seen.Type} with {seen.Series} series under healthy load"),
        };
    }

    private static SurfaceResult Result(KeyMetric metric, Outcome outcome, string detail) => new(SurfaceKind.Metric, metric.Name, outcome, detail);
}
