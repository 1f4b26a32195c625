using NovaCron.Validation.Environments.Monitoring.Clients;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>The instants at which Prometheus evaluated a rule's group, so that a query sees exactly what the rule saw.</summary>
/// <param name="Start">First evaluation in the time asked for.</param>
/// <param name="End">Last instant.</param>
/// <param name="Step">Evaluation interval, wall time.</param>
internal sealed record EvaluationGrid(DateTimeOffset Start, DateTimeOffset End, TimeSpan Step)
{
    /// <summary>
    /// Finds the grid from an alert sample of the group, which carries the exact evaluation timestamp, else from the group's
    /// last evaluation as Prometheus reports it of itself; without either it starts at the time asked for.
    /// </summary>
    public static async Task<EvaluationGrid> FindAsync(
        PrometheusClient prometheus,
        LoadedRule? rule,
        IEnumerable<Series> alerts,
        DateTimeOffset start,
        DateTimeOffset end,
        TimeSpan promisedInterval,
        CancellationToken cancellationToken)
    {
        var step = rule?.Interval ?? promisedInterval;
        var sample = alerts.FirstOrDefault(a => a.Label("alertname") == rule?.Name)?.Samples[0].At
            ?? await LastEvaluationAsync(prometheus, rule, end, cancellationToken)
            ?? start;
        var steps = Math.Ceiling((start - sample) / step);
        return new EvaluationGrid(sample + (steps * step), end, step);
    }

    private static async Task<DateTimeOffset?> LastEvaluationAsync(PrometheusClient prometheus, LoadedRule? rule, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (rule is null)
        {
            return null;
        }

        try
        {
            var query = $"prometheus_rule_group_last_evaluation_timestamp_seconds{{rule_group=\"{rule.File};{rule.Group}\"}}";
            var last = await prometheus.QueryAsync(query, at, cancellationToken);
            return last.IsEmpty ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)(last[0].Samples[0].Value * 1000));
        }
        catch (ObservationException)
        {
            return null;
        }
    }
}
