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
        var seen = KeyMetric.All.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var expression in RuleExpression.Of(subject).Where(e => e.Alert is { } alert && promised.Contains(alert.Alert)))
        {
            foreach (var selector in expression.Nodes.OfType<VectorSelector>())
            {
                if (Selectors.MetricOf(selector) is { } metric && subject.Supply.Find(metric) is not (Supply.OfPrometheus or Supply.Recorded) && !IsListed(metric, seen))
                {
                    seen.Add(metric);
                    yield return expression.At(selector, Name, Severity.Info, $"the strategy's \"Key Metrics Reference\" leaves out {metric}, which this alert asks for", "add it to the reference");
                }
            }
        }
    }

    private static bool IsListed(string metric, HashSet<string> names) =>
        names.Contains(metric) || Parts.Any(part => metric.EndsWith(part, StringComparison.Ordinal) && names.Contains(metric[..^part.Length]));
}
