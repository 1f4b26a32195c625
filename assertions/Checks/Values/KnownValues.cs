using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Values;

/// <summary>Between which numbers expressions lie: by PromQL alone, or by what is known of their metrics beside.</summary>
internal sealed class KnownValues
{
    /// <summary>
    /// How far <c>rate</c> and <c>increase</c> may overstate what was counted, since they extrapolate from the first and last sample to the edges of the window. Two samples may be
    /// stretched by 1.1 times their distance on either side, hence to more than three times; with the few restarts that fit between two scrapes, twice a window's is more than that.
    /// </summary>
    private const double Extrapolation = 2.2;

    private readonly MetricSupply _supply;
    private readonly ValueReader _language;
    private readonly ValueReader _metrics;

    /// <summary>Begins with nothing read.</summary>
    /// <param name="supply">What is known of metrics.</param>
    public KnownValues(MetricSupply supply)
    {
        _supply = supply;
        _language = new ValueReader(OfPrometheus, OfCounter);
        _metrics = new ValueReader(OfMetric, OfPacedCounter);
    }

    /// <summary>What follows from PromQL and from Prometheus' own metrics.</summary>
    /// <param name="expression">An expression.</param>
    public ValueRange ByLanguage(PromQlExpression expression) => _language.Read(expression);

    /// <summary>What follows from the metrics too.</summary>
    /// <param name="expression">An expression.</param>
    public ValueRange ByMetrics(PromQlExpression expression) => _metrics.Read(expression);

    private static ValueRange OfPrometheus(VectorSelector selector) => Selectors.MetricOf(selector) switch
    {
        "up" => ValueRange.Boolean,
        "ALERTS" => ValueRange.Of(1),
        "scrape_duration_seconds" => ValueRange.NotNegative,
        "scrape_samples_scraped" or "scrape_samples_post_metric_relabeling" or "scrape_series_added" => ValueRange.NotNegative with { IsWhole = true },
        _ => ValueRange.Any,
    };

    private ValueRange OfMetric(VectorSelector selector)
    {
        var known = Selectors.MetricOf(selector) is { } name ? _supply.Describe(name) : null;
        return known switch
        {
            { Unit: MetricUnit.Boolean } => ValueRange.Boolean,
            { Unit: MetricUnit.Ratio } => ValueRange.Ratio,
            { Type: MetricType.Counter } => ValueRange.NotNegative,
            _ => OfPrometheus(selector),
        };
    }

    private ValueRange? OfCounter(Call call) => IsGauge(call.Arguments[0]) ? ValueRange.Any : null;

    private ValueRange? OfPacedCounter(Call call)
    {
        if (call.Arguments[0].WithoutParentheses() is not MatrixSelector matrix || call.Function.Name == "irate"
            || Selectors.MetricOf(matrix.Selector) is not { } name || _supply.Describe(name) is not { IsPacedByKubelet: true })
        {
            return OfCounter(call);
        }

        var most = KubeletBackOff.MostRestarts(matrix.Range.Value) * Extrapolation;
        return new ValueRange(0, call.Function.Name == "increase" ? most : most / matrix.Range.Value.TotalSeconds);
    }

    private bool IsGauge(PromQlExpression argument) => Selectors.MetricOf(argument) is { } name && _supply.Describe(name) is { IsGauge: true };
}
