namespace NovaCron.Validation.FaultInjectors.Redis;

/// <summary>A stretch of time, a second at least, over which Redis' own counters are compared with themselves.</summary>
/// <param name="read">Reads the counters.</param>
/// <param name="time">Clock.</param>
internal sealed class ReadingWindow<T>(Func<CancellationToken, Task<T>> read, TimeProvider time)
    where T : class
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private T? _first;
    private long _started;

    /// <summary>Reads once more, when the window is long enough.</summary>
    /// <returns>The window's first reading, the newest, and the wall time between them.</returns>
    public async Task<(T First, T Newest, TimeSpan Elapsed)> ExtendAsync(CancellationToken cancellationToken)
    {
        if (_first is null)
        {
            _first = await read(cancellationToken);
            _started = time.GetTimestamp();
        }

        if (Shortest - time.GetElapsedTime(_started) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, time, cancellationToken);
        }

        var newest = await read(cancellationToken);
        return (_first, newest, time.GetElapsedTime(_started));
    }
}
