using System.Collections.Immutable;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring.Observation;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.Scenarios.Load;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>What is done with a cell once it is ready.</summary>
internal interface ICellPhases
{
    /// <summary>The steady load of the cell's whole life.</summary>
    IReadOnlyList<Load.Scenario> CreateLoad(Cell cell);

    /// <summary>Leads the ready cell through its phases.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="watch">The watch over it.</param>
    /// <param name="cancellationToken">Ends the phases, also when the cell is lost.</param>
    Task RunAsync(Cell cell, CellWatch watch, CancellationToken cancellationToken);

    /// <summary>Asks the cell's observers for everything that is to be judged, however the phases ended.</summary>
    Task CollectAsync(Cell cell, CancellationToken cancellationToken);

    /// <summary>Does what may disturb the cell, once everything is collected.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="watch">The watch over it.</param>
    /// <param name="whole">Whether the phases came to their end.</param>
    /// <param name="cancellationToken">Ends it, also when the cell is lost.</param>
    Task AfterwardsAsync(Cell cell, CellWatch watch, bool whole, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>How a cell's life went.</summary>
internal sealed record LivedCell
{
    /// <summary>What kept the cell from its end; null when nothing did.</summary>
    public CellFailure? Failure { get; init; }

    /// <summary>Load of the whole run.</summary>
    public ImmutableArray<LoadStatistics> Load { get; init; } = [];

    /// <summary>From the start of its containers to ready, wall time.</summary>
    public TimeSpan SetUp { get; init; }

    /// <summary>From ready to the end of its phases, wall time.</summary>
    public TimeSpan Measured { get; init; }

    /// <summary>The last lines of its containers' logs by role, kept of cells that failed.</summary>
    public ImmutableSortedDictionary<string, string> Logs { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>One cell from its start to its removal.</summary>
/// <param name="starter">Starts it.</param>
/// <param name="blueprint">What it is made of.</param>
/// <param name="report">Told where it stands.</param>
/// <param name="time">The clock.</param>
internal sealed class CellLife(CellStarter starter, CellBlueprint blueprint, Action<string> report, TimeProvider time)
{
    /// <summary>What is reported of a cell that waits until others have started.</summary>
    internal const string Waiting = "waiting for its turn to start";

    private static readonly TimeSpan CollectLimit = TimeSpan.FromSeconds(30);

    /// <summary>Lives it; only cancellation of the whole run leaves as an exception, when the cell is gone.</summary>
    public async Task<LivedCell> RunAsync(ICellPhases phases, CancellationToken cancellationToken)
    {
        var life = new LivedCell();
        var start = time.GetTimestamp();
        try
        {
            report(Waiting);
            await using var cell = await starter.StartAsync(blueprint, OnTurn, cancellationToken);
            life = await RunAsync(cell, phases, start, cancellationToken);
            report(life.Failure is null ? "done" : "ended early");
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One cell's trouble, of whatever kind, must not take the other cells' evidence along.
            life = life with { Failure = life.Failure ?? new CellFailure(CellFailureKind.EnvironmentLost, Describe(failure)) };
        }

        return life;

        void OnTurn()
        {
            start = time.GetTimestamp();
            report("starting its cell");
        }
    }

    private async Task<LivedCell> RunAsync(Cell cell, ICellPhases phases, long start, CancellationToken cancellationToken)
    {
        await using var watch = CellWatch.Start(cell);
        using var alive = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, watch.Lost);
        var life = new LivedCell();
        List<IRunningLoad> load = [];
        try
        {
            report("waiting until its targets are up");
            await CellReadiness.WaitAsync(cell, alive.Token);
            // The first requests are the slowest: whoever answers them is warm before anything is measured.
            foreach (var scenario in phases.CreateLoad(cell))
            {
                load.Add(await new LoadRunner(time).StartAsync(scenario, alive.Token));
            }

            life = life with { SetUp = time.GetElapsedTime(start) };
            await phases.RunAsync(cell, watch, alive.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            life = life with { Failure = Classify(failure, watch) };
        }
        finally
        {
            await StopAsync(load);
        }

        life = life with { Load = [.. load.Select(l => l.Snapshot())], Measured = time.GetElapsedTime(start) - life.SetUp };
        cancellationToken.ThrowIfCancellationRequested();
        await CollectAsync(cell, phases, cancellationToken);
        try
        {
            await phases.AfterwardsAsync(cell, watch, life.Failure is null, alive.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            life = life with { Failure = life.Failure ?? Classify(failure, watch) };
        }

        return life.Failure is null ? life : life with { Logs = await LogsAsync(cell, cancellationToken) };
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

    private static async Task StopAsync(List<IRunningLoad> load)
    {
        foreach (var running in load)
        {
            await running.DisposeAsync();
        }
    }

    private static async Task CollectAsync(Cell cell, ICellPhases phases, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CollectLimit);
        try
        {
            await phases.CollectAsync(cell, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What was not collected is no evidence, and is judged as that.
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
}
