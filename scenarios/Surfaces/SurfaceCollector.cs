using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Clients;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Scenarios.Surfaces;

/// <summary>Asks a cell's Prometheus for the panels and key metrics that belong to its alert.</summary>
internal sealed class SurfaceCollector(PrometheusClient prometheus, TimeScale scale)
{
    private readonly List<string> _errors = [];

    /// <summary>Collects; what Prometheus does not answer is missing in the evidence and named in its errors.</summary>
    /// <param name="evidence">What the alert's own judgement rests on.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<SurfaceEvidence> CollectAsync(CellEvidence evidence, CancellationToken cancellationToken)
    {
        var (contract, phases) = (evidence.Contract, evidence.Phases);
        var step = scale.ToWall(contract.EvaluationInterval);
        var panels = ImmutableArray.CreateBuilder<PanelSamples>();
        var metrics = ImmutableArray.CreateBuilder<MetricSeen>();
        if (phases is { QuietStart: { } start, QuietEnd: { } quietEnd, End: { } end })
        {
            foreach (var panel in StrategyDashboards.Panels.Where(p => p.Alert == contract.Alert && p.Query is not null))
            {
                var query = ExpressionRenderer.Render(panel.Query!, scale);
                await TryAsync(async () => panels.Add(new PanelSamples(panel, await prometheus.QueryRangeAsync(query, start, end, step, cancellationToken))));
            }

            foreach (var metric in KeyMetric.All.Where(m => m.Alert == contract.Alert && m.NotSupplied is null))
            {
                await TryAsync(async () => metrics.Add(await SeeAsync(metric, quietEnd, cancellationToken)));
            }
        }

        return new SurfaceEvidence
        {
            Alert = contract.Alert,
            Phases = phases,
            Scale = scale,
            Step = step,
            Panels = panels.ToImmutable(),
            Metrics = metrics.ToImmutable(),
            Errors = [.. _errors],
        };
    }

    private async Task<MetricSeen> SeeAsync(KeyMetric metric, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var selector = metric.Type == "histogram" ? $"{metric.Name}_bucket" : metric.Name;
        var series = await prometheus.QueryAsync(selector, at, cancellationToken);
        return new MetricSeen(metric.Name, await prometheus.MetricTypeAsync(metric.Name, cancellationToken), series.Length);
    }

    private async Task TryAsync(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (ObservationException failure)
        {
            _errors.Add(failure.Message);
        }
    }
}
