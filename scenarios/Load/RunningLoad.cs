namespace NovaCron.Validation.Scenarios.Load;

/// <summary>A scenario's requests, from the instant they are due to their end.</summary>
internal sealed class RunningLoad : IRunningLoad
{
    /// <summary>Wait for answers after the last arrival, before the requests are cancelled.</summary>
    public static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Wait for cancelled requests to end.</summary>
    public static readonly TimeSpan AbandonTimeout = TimeSpan.FromSeconds(1);

    /// <summary>A copy that failed tries again after this time: a target that refuses at once must not make it spin.</summary>
    public static readonly TimeSpan CopyRetryDelay = TimeSpan.FromMilliseconds(100);

    private readonly Scenario scenario;
    private readonly TimeProvider clock;
    private readonly Pacer pacer;
    private readonly LoadMeter meter;
    private readonly CancellationTokenSource copiesEnd = new();
    private readonly CancellationTokenSource abandon = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private Task<LoadStatistics>? stopping;

    // Requests and copies at work, and one for the arrivals, so that it reaches zero once.
    private int atWork = 1;

    public RunningLoad(Scenario scenario, TimeProvider clock, TimeProvider pacing)
    {
        (this.scenario, this.clock) = (scenario, clock);
        meter = new LoadMeter(scenario.Name);
        pacer = new Pacer(new ArrivalPlan(scenario.LoadSimulations).Arrivals(), pacing, HandOut);
    }

    public Task Arrived => pacer.Ended;

    public void Start() => pacer.Start();

    public LoadStatistics Snapshot() => meter.Snapshot(pacer.ArrivingFor);

    public Task<LoadStatistics> StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            stopping ??= StopOnceAsync();
        }

        return stopping.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None).ConfigureAwait(false);

    private void HandOut(Arrival arrival)
    {
        var number = arrival.Kind == ArrivalKind.Copy ? -1 : meter.Asked();
        if (Volatile.Read(ref atWork) > scenario.MaxInFlight)
        {
            Drop(arrival.Kind);
            return;
        }

        Interlocked.Increment(ref atWork);
        // Off the pacing thread: a step that blocks must not hold up the arrivals.
        _ = Task.Run(() => arrival.Kind == ArrivalKind.Copy ? RunCopyAsync(arrival.Until) : RunAndLeaveAsync(number, arrival.At));
    }

    private void Drop(ArrivalKind kind)
    {
        if (kind == ArrivalKind.Copy)
        {
            meter.Asked();
        }

        meter.Dropped(Response.Fail("dropped", $"not sent to '{scenario.Name}': {scenario.MaxInFlight} requests were in flight already; the target answers too slowly for this rate"));
    }

    private async Task RunAndLeaveAsync(long number, TimeSpan due)
    {
        try
        {
            await RunAsync(number, due).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private async Task RunCopyAsync(TimeSpan until)
    {
        try
        {
            while (!copiesEnd.IsCancellationRequested && pacer.Elapsed < until)
            {
                var response = await RunAsync(meter.Asked(), pacer.Elapsed).ConfigureAwait(false);
                if (response.IsError)
                {
                    await Task.Delay(CopyRetryDelay, clock, copiesEnd.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                await Task.Yield();
            }
        }
        finally
        {
            Leave();
        }
    }

    private async Task<Response> RunAsync(long number, TimeSpan due)
    {
        meter.Started(pacer.Elapsed - due);
        using var timeout = new CancellationTokenSource(scenario.Timeout, clock);
        await using var abandoning = abandon.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout).ConfigureAwait(false);
        Response response;
        try
        {
            response = await scenario.Run(new ScenarioContext(scenario.Name, number, due), timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            response = Abandoned();
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            response = Response.Fail("timeout", $"no answer from '{scenario.Name}' within {scenario.Timeout.TotalSeconds:0.###} s");
        }
        catch (Exception exception)
        {
            response = Response.Fail(exception.GetType().Name, exception.Message);
        }

        meter.Ended(response, pacer.Elapsed - due);
        return response;
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref atWork) == 0)
        {
            drained.TrySetResult();
        }
    }

    private async Task<LoadStatistics> StopOnceAsync()
    {
        pacer.Dispose();
        await copiesEnd.CancelAsync().ConfigureAwait(false);
        Leave();
        if (!await DrainedWithinAsync(DrainTimeout).ConfigureAwait(false))
        {
            await abandon.CancelAsync().ConfigureAwait(false);
            await DrainedWithinAsync(AbandonTimeout).ConfigureAwait(false);
        }

        var statistics = meter.Close(pacer.ArrivingFor, Abandoned());
        await scenario.Clean().ConfigureAwait(false);
        return statistics;
    }

    private async Task<bool> DrainedWithinAsync(TimeSpan timeout)
    {
        await drained.Task.WaitAsync(timeout, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return drained.Task.IsCompleted;
    }

    private Response Abandoned() => Response.Fail("abandoned", $"no answer from '{scenario.Name}' when the load was stopped and {DrainTimeout.TotalSeconds:0} s after");
}
