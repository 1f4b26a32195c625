using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Expressions;

/// <summary>A function for counters over a gauge.</summary>
public sealed class RateOfGauge : ICheck
{
    /// <inheritdoc/>
    public string Name => "expression/rate-of-gauge";

    /// <inheritdoc/>
    public string About => "rate, irate or increase of a gauge, each fall of which counts as the reset of a counter";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from expression in RuleExpression.Of(subject)
        from call in expression.Nodes.OfType<Call>()
        where call.Function.Name is "rate" or "irate" or "increase"
        let metric = Selectors.MetricOf(call.Arguments[0])
        where metric is not null && IsGauge(subject, metric)
        select expression.At(
            call,
            Name,
            Severity.Error,
            $"{call.Function.Name} is for counters, and {metric} is a gauge: every fall of it counts as a reset, so that the value means nothing",
            "use delta or deriv for how fast a gauge changes; of a mean, divide the rates of the two counters that it is made of");

    // What no program supplies may still stand in the strategy's reference.
    private static bool IsGauge(CheckSubject subject, string metric) => subject.Supply.Find(metric) is not Supply.Recorded
        && (subject.Supply.Describe(metric)?.IsGauge ?? (!subject.Contracts.IsEmpty && KeyMetric.All.Any(m => m.Name == metric && m.Type == "gauge")));
}
