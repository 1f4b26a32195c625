namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>A stretch of time, a second at least, over which Redis' own counter of evictions is compared with itself.</summary>
/// <param name="observer">Who asks.</param>
/// <param name="time">Clock.</param>
internal sealed class EvictionWindow(EvictionObserver observer, TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private EvictionReading? _first;
    private long _started;

    /// <summary>Reads once more, when the window is long enough.</summary>
    /// <returns>The window's first reading, the newest, and the wall time between them.</returns>
    public async Task<(EvictionReading First, EvictionReading Newest, TimeSpan Elapsed)> ExtendAsync(CancellationToken cancellationToken)
    {
        if (_first is null)
        {
            _first = await observer.ReadAsync(cancellationToken);
            _started = time.GetTimestamp();
        }

        if (Shortest - time.GetElapsedTime(_started) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, time, cancellationToken);
        }

        var newest = await observer.ReadAsync(cancellationToken);
        return (_first, newest, time.GetElapsedTime(_started));
    }
}
