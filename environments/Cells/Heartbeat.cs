namespace NovaCron.Validation.Environments.Cells;

/// <summary>Gives signs of life for as long as a run goes on; whatever bears the run's labels is left alone until it ends.</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    // Far below the grace: a machine that stalls for a few seconds is not dead.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _runId;
    private readonly TimeProvider _time;
    private readonly Task _beating;

    private Heartbeat(string runId, TimeProvider time)
    {
        _runId = runId;
        _time = time;
        Lease.Beat(runId, time);
        _beating = BeatAsync(_stop.Token);
    }

    /// <summary>Gives the first sign, then one every two seconds.</summary>
    /// <exception cref="IOException">The folder for temporary files cannot be written.</exception>
    public static Heartbeat Start(string runId, TimeProvider time) => new(runId, time);

    /// <summary>Stops, and removes the last sign.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beating;
        _stop.Dispose();
        Lease.Remove(_runId);
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Beat, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Lease.Beat(_runId, _time);
            }
        }
        catch (OperationCanceledException)
        {
            // The run ends.
        }
    }
}
