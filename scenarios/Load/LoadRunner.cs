namespace NovaCron.Validation.Scenarios.Load;

/// <summary>The suite's own load generator: one timer per scenario, and one thread that waits for all of them.</summary>
/// <param name="clock">Paces the arrivals and measures the latencies; the system's clock is read more finely than its own timers do.</param>
public sealed class LoadRunner(TimeProvider clock) : ILoadRunner
{
    private readonly TimeProvider pacing = clock == TimeProvider.System ? new PacingClock() : clock;

    /// <inheritdoc/>
    public async Task<IRunningLoad> StartAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.LoadSimulations.IsEmpty)
        {
            throw new ArgumentException($"scenario '{scenario.Name}' says not how requests arrive; call WithLoadSimulations", nameof(scenario));
        }

        try
        {
            await scenario.Init(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await scenario.Clean().ConfigureAwait(false);
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw new LoadException($"the load on '{scenario.Name}' could not be prepared: {exception.Message}; see that its target is up before load is put on it", exception);
        }

        var load = new RunningLoad(scenario, clock, pacing);
        load.Start();
        return load;
    }
}
