namespace NovaCron.Validation.Scenarios.Load;

/// <summary>Runs loads. The rest of the suite knows a load generator by this interface alone, so that NBomber can take its place.</summary>
public interface ILoadRunner
{
    /// <summary>Prepares a scenario and starts its arrivals.</summary>
    /// <param name="scenario">What to send, and how often.</param>
    /// <param name="cancellationToken">Cancels the preparation; a load once started goes on until it is stopped.</param>
    /// <exception cref="LoadException">The scenario's own preparation failed.</exception>
    /// <exception cref="ArgumentException">The scenario has no load simulation.</exception>
    Task<IRunningLoad> StartAsync(Scenario scenario, CancellationToken cancellationToken);
}

/// <summary>A load that was started. Disposing of it stops it.</summary>
public interface IRunningLoad : IAsyncDisposable
{
    /// <summary>Completes when every simulation has run its course, or when the load is stopped; answers may still be awaited then.</summary>
    Task Arrived { get; }

    /// <summary>What it did so far.</summary>
    LoadStatistics Snapshot();

    /// <summary>
    /// Ends the arrivals, waits for what is in flight and cleans up. What has no answer by then is cancelled and counted as failed.
    /// Any later call returns the same statistics.
    /// </summary>
    /// <param name="cancellationToken">Ends this wait, not the stopping.</param>
    Task<LoadStatistics> StopAsync(CancellationToken cancellationToken);
}
