using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Scenarios.Surfaces;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>One alert's cell, from its start to its removal.</summary>
internal sealed class CellJob(
    CellStarter starter, AlertScenario scenario, CellBlueprint blueprint, TimeScale scale, StallWatch stalls, IProgress<CellProgress> progress, TimeProvider time) : ICellPhases
{
    private CellRun? _run;
    private CellObserver? _observer;
    private CellEvidence? _evidence;
    private SurfaceEvidence? _surfaces;

    /// <summary>Runs the cell; only cancellation of the whole run leaves as an exception, when the cell is gone.</summary>
    public async Task<CellRecord> RunAsync(CancellationToken cancellationToken)
    {
        var life = await new CellLife(starter, blueprint, Report, time).RunAsync(this, cancellationToken);
        return new CellRecord
        {
            Scenario = scenario,
            Evidence = _evidence,
            Surfaces = _surfaces,
            Failure = life.Failure,
            Load = life.Load,
            SetUp = life.SetUp,
            Measured = life.Measured,
            Logs = life.Logs,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<Load.Scenario> CreateLoad(Cell cell) => scenario.CreateLoad(new ScenarioCell(cell, TimeSpan.Zero, time));

    /// <inheritdoc/>
    public async Task RunAsync(Cell cell, CellWatch watch, CancellationToken cancellationToken)
    {
        await CellReadiness.WaitSteadyAsync(cell, scale.ToWall(scenario.Contract.ScrapeInterval), cancellationToken);
        _observer = new CellObserver(cell, scenario.Contract, time);
        _run = new CellRun(scenario, cell, watch, scale, progress, time);
        await _run.RunAsync(_observer, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task CollectAsync(Cell cell, CancellationToken cancellationToken)
    {
        if (_run?.Phases.QuietStart is { } quiet)
        {
            _evidence = await new EvidenceCollector(scenario, cell, scale).CollectAsync(_run, _observer!, stalls.Since(quiet), cancellationToken);
        }
    }

    // After the alert's own evidence is in: what is killed here can no longer disturb it.
    /// <inheritdoc/>
    public async Task AfterwardsAsync(Cell cell, CellWatch watch, bool whole, CancellationToken cancellationToken)
    {
        if (_evidence is not { } evidence)
        {
            return;
        }

        var surfaces = _surfaces = await new SurfaceCollector(cell.Prometheus, scale).CollectAsync(evidence, cancellationToken);
        Report("asking what is no alert");
        if (scenario.AsksHealth && whole)
        {
            surfaces = await new HealthProbe(cell, watch, time).AddAsync(surfaces, cancellationToken);
            _surfaces = surfaces with { LogLines = await ApiLog.ReadAsync(cell, cancellationToken) };
        }
    }

    private void Report(string phase) => progress.Report(new CellProgress(scenario.Contract.Alert, phase, TimeSpan.Zero));
}
