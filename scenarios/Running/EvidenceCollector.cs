using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Asks a cell's observers, once its phases are over, for everything that the stages judge.</summary>
internal sealed class EvidenceCollector(AlertScenario scenario, Cell cell, TimeScale scale)
{
    private readonly List<string> _errors = [];

    /// <summary>Collects; an observer that fails leaves its part empty and is named in the evidence's errors.</summary>
    public async Task<CellEvidence> CollectAsync(CellRun run, CellObserver observer, IEnumerable<string> stalls, CancellationToken cancellationToken)
    {
        var phases = run.Phases;
        var start = phases.QuietStart!.Value;
        var end = phases.End!.Value;
        var rules = await AskAsync(() => cell.Prometheus.RulesAsync(cancellationToken));
        var alerts = await AskAsync(() => cell.Prometheus.RangeSelectorAsync("ALERTS", end - start, end, cancellationToken));
        var rule = rules.FirstOrDefault(r => r.Name == scenario.Contract.Alert);
        var grid = await EvaluationGrid.FindAsync(cell.Prometheus, rule, alerts, start, end, scale.ToWall(scenario.Contract.EvaluationInterval), cancellationToken);
        var disturbances = await AskAsync(() => new DisturbanceGuard(cell, scenario, scale).FindAsync(start, end, phases.InhibitionStart, cancellationToken));
        var evidence = new CellEvidence
        {
            Contract = scenario.Contract,
            Scale = scale,
            Phases = phases,
            LoadedRules = rules,
            Alerts = alerts,
            RuleSignal = rule is null ? [] : await SamplesAsync(Comparison.Strip(rule.Query)?.Left ?? rule.Query, grid, cancellationToken),
            RuleCondition = rule is null ? [] : await SamplesAsync(rule.Query, grid, cancellationToken),
            ContractSignal = await SamplesAsync(scenario.Contract.Signal.ToQuery(scale), grid, cancellationToken),
            ScrapeDurations = await AskAsync(() => cell.Prometheus.RangeSelectorAsync("scrape_duration_seconds", end - start, end, cancellationToken)),
            Requests = await AskAsync(() => cell.Receivers.RequestsAsync(0, cancellationToken)),
            ActiveAlerts = observer.ActiveAlerts,
            DeclaredAlerts = scenario.DeclaredAlerts,
            JustBelow = scenario.JustBelowAt(scale),
            FaultEvidence = run.FaultEvidence,
            InhibitionEvidence = run.InhibitionEvidence,
            Disturbances = [.. stalls, .. disturbances],
            ObserverErrors = [.. observer.Errors, .. _errors],
        };
        return evidence with { Disturbances = [.. evidence.Disturbances, .. new[] { JustBelowLevel.Missed(evidence), Persistence.Broken(evidence) }.OfType<string>()] };
    }

    private Task<ImmutableArray<Series>> SamplesAsync(string expression, EvaluationGrid grid, CancellationToken cancellationToken) =>
        AskAsync(() => cell.Prometheus.QueryRangeAsync(expression, grid.Start, grid.End, grid.Step, cancellationToken));

    private async Task<ImmutableArray<T>> AskAsync<T>(Func<Task<ImmutableArray<T>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ObservationException failure)
        {
            _errors.Add(failure.Message);
            return [];
        }
    }
}
