using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Surfaces;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>One cell from its start to its removal.</summary>
internal sealed class CellJob(CellStarter starter, AlertScenario scenario, CellBlueprint blueprint, TimeScale scale, StallWatch stalls, IProgress<CellProgress> progress, TimeProvider time)
{
    private static readonly TimeSpan CollectLimit = TimeSpan.FromSeconds(30);

    /// <summary>Runs the cell; only cancellation of the whole run leaves as an exception, when the cell is gone.</summary>
    public async Task<CellRecord> RunAsync(CancellationToken cancellationToken)
    {
        var record = new CellRecord { Scenario = scenario };
        var start = time.GetTimestamp();
        try
        {
            Report("waiting for its turn to start");
            await using var cell = await starter.StartAsync(blueprint, OnTurn, cancellationToken);
            record = await RunAsync(cell, record, start, cancellationToken);
            Report(record.Failure is null ? "done" : "ended early");
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One cell's trouble, of whatever kind, must not take the other cells' evidence along.
            record = record with { Failure = record.Failure ?? new CellFailure(CellFailureKind.EnvironmentLost, Describe(failure)) };
        }

        return record;

        void OnTurn()
        {
            start = time.GetTimestamp();
            Report("starting its cell");
        }
    }

    private async Task<CellRecord> RunAsync(Cell cell, CellRecord record, long start, CancellationToken cancellationToken)
    {
        await using var watch = CellWatch.Start(cell);
        using var alive = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, watch.Lost);
        var observer = new CellObserver(cell, scenario.Contract, time);
        var run = new CellRun(scenario, cell, watch, scale, progress, time);
        List<IRunningLoad> load = [];
        try
        {
            Report("waiting until its targets are up");
            await CellReadiness.WaitAsync(cell, alive.Token);
            record = record with { SetUp = time.GetElapsedTime(start) };
            load = await StartLoadAsync(cell, alive.Token);
            await run.RunAsync(observer, alive.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            record = record with { Failure = Classify(failure, watch) };
        }
        finally
        {
            await StopAsync(load);
        }

        record = record with { Load = [.. load.Select(l => l.Snapshot())], Measured = time.GetElapsedTime(start) - record.SetUp };
        cancellationToken.ThrowIfCancellationRequested();
        var evidence = await CollectAsync(cell, run, observer, cancellationToken);
        record = record with { Evidence = evidence };
        record = evidence is null ? record : await AddSurfacesAsync(cell, record, evidence, watch, cancellationToken);
        return record.Failure is null ? record : record with { Logs = await LogsAsync(cell, cancellationToken) };
    }

    // After the alert's own evidence is in: what is killed here can no longer disturb it.
    private async Task<CellRecord> AddSurfacesAsync(Cell cell, CellRecord record, CellEvidence evidence, CellWatch watch, CancellationToken cancellationToken)
    {
        using var alive = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, watch.Lost);
        try
        {
            var surfaces = await new SurfaceCollector(cell.Prometheus, scale).CollectAsync(evidence, alive.Token);
            record = record with { Surfaces = surfaces };
            Report("asking what is no alert");
            if (!scenario.AsksHealth || record.Failure is not null)
            {
                return record;
            }

            surfaces = await new HealthProbe(cell, watch, time).AddAsync(surfaces, alive.Token);
            return record with { Surfaces = surfaces with { LogLines = await ApiLog.ReadAsync(cell, alive.Token) } };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return record with { Failure = record.Failure ?? Classify(failure, watch) };
        }
    }

    private static CellFailure Classify(Exception failure, CellWatch watch) => failure switch
    {
        RollBackException when watch.Loss is null => new CellFailure(CellFailureKind.RollBackFailed, failure.Message),
        _ when watch.Loss is { } loss => new CellFailure(CellFailureKind.EnvironmentLost, loss),
        FaultException => new CellFailure(CellFailureKind.FaultFailed, failure.Message),
        _ => new CellFailure(CellFailureKind.EnvironmentLost, Describe(failure)),
    };

    // Errors that were foreseen speak for themselves; of any other the type is the first clue.
    private static string Describe(Exception failure) =>
        failure is EngineException or ObservationException or LoadException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}";

    private async Task<List<IRunningLoad>> StartLoadAsync(Cell cell, CancellationToken cancellationToken)
    {
        var running = new List<IRunningLoad>();
        foreach (var load in scenario.CreateLoad(new ScenarioCell(cell, TimeSpan.Zero, time)))
        {
            running.Add(await new LoadRunner(time).StartAsync(load, cancellationToken));
        }

        return running;
    }

    private static async Task StopAsync(List<IRunningLoad> load)
    {
        foreach (var running in load)
        {
            await running.DisposeAsync();
        }
    }

    private async Task<CellEvidence?> CollectAsync(Cell cell, CellRun run, CellObserver observer, CancellationToken cancellationToken)
    {
        if (run.Phases.QuietStart is not { } quiet)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CollectLimit);
        try
        {
            return await new EvidenceCollector(scenario, cell, scale).CollectAsync(run, observer, stalls.Since(quiet), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<ImmutableSortedDictionary<string, string>> LogsAsync(Cell cell, CancellationToken cancellationToken)
    {
        const int tail = 200;
        var logs = ImmutableSortedDictionary.CreateBuilder<string, string>();
        foreach (var container in await cell.Run.Engine.ListContainersAsync(cell.Labels, cancellationToken))
        {
            try
            {
                logs[container.Name] = await cell.Run.Engine.Container(container.Id).LogsAsync(tail, cancellationToken);
            }
            catch (EngineException failure)
            {
                logs[container.Name] = failure.Message;
            }
        }

        return logs.ToImmutable();
    }

    private void Report(string phase) => progress.Report(new CellProgress(scenario.Contract.Alert, phase, TimeSpan.Zero));
}
