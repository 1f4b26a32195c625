using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>One blind spot's cell, from its start to its removal.</summary>
internal sealed class BlindSpotJob(
    CellStarter starter, BlindSpot spot, CellBlueprint blueprint, MonitoringConfiguration configuration, TimeScale scale, StallWatch stalls, IProgress<CellProgress> progress, TimeProvider time) : ICellPhases
{
    // The strategy's; its groups are evaluated at their own pace.
    private static readonly TimeSpan ScrapeInterval = TimeSpan.FromSeconds(15);
    private readonly WatchPlan _plan = WatchPlan.Of(configuration);
    private readonly List<string> _errors = [];
    private Incident? _incident;
    private SpotEvidence? _evidence;

    /// <summary>Runs the cell; only cancellation of the whole run leaves as an exception, when the cell is gone.</summary>
    public async Task<BlindSpotRecord> RunAsync(CancellationToken cancellationToken)
    {
        var life = await new CellLife(starter, blueprint, phase => Report(phase, TimeSpan.Zero), time).RunAsync(this, cancellationToken);
        var evidence = _evidence ?? new SpotEvidence { Promise = spot.Promise, Scale = scale, Phases = new SpotPhases(), Unproven = ["no evidence was collected"] };
        return new BlindSpotRecord
        {
            Evidence = life.Failure is { } failure ? evidence with { Unproven = [failure.Message, .. evidence.Unproven] } : evidence,
            Cell = blueprint.Name,
            Failure = life.Failure,
            SetUp = life.SetUp,
            Measured = life.Measured,
            Logs = life.Logs,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<Load.Scenario> CreateLoad(Cell cell) => spot.CreateLoad(new ScenarioCell(cell, TimeSpan.Zero, time));

    /// <inheritdoc/>
    public async Task RunAsync(Cell cell, CellWatch watch, CancellationToken cancellationToken)
    {
        _incident = new Incident(new ScenarioCell(cell, _plan.MaximumFault(scale), time), watch, scale, _plan, Report);
        try
        {
            await _incident.QuietAsync(spot.Quiet, cancellationToken);
            await spot.PlayAsync(_incident, cancellationToken);
        }
        finally
        {
            _incident.End();
        }
    }

    /// <inheritdoc/>
    public async Task CollectAsync(Cell cell, CancellationToken cancellationToken)
    {
        if (_incident?.Phases is not { QuietStart: { } start, End: { } end } phases)
        {
            return;
        }

        _evidence = new SpotEvidence
        {
            Promise = spot.Promise,
            Scale = scale,
            Phases = phases,
            Blackouts = _incident.Blackouts,
            Alerts = await AskAsync(() => cell.Prometheus.RangeSelectorAsync("ALERTS", end - start, end, cancellationToken), []),
            LoadedRules = await AskAsync(() => cell.Prometheus.RulesAsync(cancellationToken), []),
            Requests = await AskAsync(() => cell.Receivers.RequestsAsync(0, cancellationToken), []),
            Receivers = ReceiverOfChannel.Of(configuration.Alertmanager),
            FaultEvidence = _incident.FaultEvidence,
            Disturbances = [.. stalls.Since(start), .. await AskAsync(() => DisturbancesAsync(cell, start, end, cancellationToken), [])],
            Unproven = [.. _incident.Unproven],
        };
        _evidence = _evidence with { Unproven = [.. _evidence.Unproven, .. _errors] };
    }

    // While Prometheus is down it scrapes nothing, and that is the incident; its first scrapes come within an interval after it.
    private async Task<List<string>> DisturbancesAsync(Cell cell, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var interval = scale.ToWall(ScrapeInterval);
        var guard = new DisturbanceGuard(cell, spot.FaultedJobs, [], interval);
        var found = new List<string>();
        var from = start;
        foreach (var down in _incident!.Blackouts.Where(b => b.Who == "prometheus"))
        {
            found.AddRange(await guard.FindAsync(from, down.From, null, cancellationToken));
            from = down.To + interval;
        }

        found.AddRange(await guard.FindAsync(from, end, null, cancellationToken));
        return found;
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, T otherwise)
    {
        try
        {
            return await ask();
        }
        catch (ObservationException failure)
        {
            _errors.Add(failure.Message);
            return otherwise;
        }
    }

    private void Report(string phase, TimeSpan expected) => progress.Report(new CellProgress(spot.Promise.Spot, phase, expected));
}
