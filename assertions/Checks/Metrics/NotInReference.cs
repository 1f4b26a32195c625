using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Metrics;

/// <summary>A metric that an alert of the strategy asks for and the strategy's own reference leaves out.</summary>
public sealed class NotInReference : ICheck
{
    private static readonly ImmutableArray<string> Parts = ["_bucket", "_sum", "_count"];

    /// <inheritdoc/>
    public string Name => "metric/not-in-reference";

    /// <inheritdoc/>
    public string About => "a metric that an alert of the strategy asks for and its \"Key Metrics Reference\" leaves out";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var promised = subject.Contracts.Select(c => c.Alert).ToHashSet(StringComparer.Ordinal);
        var listed = KeyMetric.All.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return from expression in RuleExpression.Of(subject)
               where expression.Alert is { } alert && promised.Contains(alert.Alert)
               from selector in expression.Nodes.OfType<VectorSelector>()
               let metric = Selectors.MetricOf(selector)
               where metric is not null && subject.Supply.Find(metric) is not (Supply.OfPrometheus or Supply.Recorded) && !IsListed(metric, listed)
               group (expression, selector) by metric into places
               let first = places.First()
               select first.expression.At(
                   first.selector, Name, Severity.Info,
                   $"the strategy's \"Key Metrics Reference\" leaves out {places.Key}, which {Alerts([.. places.Select(p => p.expression).Distinct()])} for", "add it to the reference");
    }

    private static string Alerts(IReadOnlyList<RuleExpression> asking) => asking is [_] ? "this alert asks"
        : $"{string.Join(", ", asking.Select(e => $"{e.Subject} ({e.Text.PositionOf(0)})"))} ask";

    private static bool IsListed(string metric, HashSet<string> names) =>
        names.Contains(metric) || Parts.Any(part => metric.EndsWith(part, StringComparison.Ordinal) && names.Contains(metric[..^part.Length]));
}
