namespace NovaCron.Validation.FaultInjectors;

/// <summary>A stretch of time over which a faulted system's own counters are compared with themselves.</summary>
/// <typeparam name="T">A reading of the counters.</typeparam>
/// <param name="read">Reads them.</param>
/// <param name="time">Clock.</param>
/// <param name="shortest">Shortest window, wall time; a second when null.</param>
internal sealed class ReadingWindow<T>(Func<CancellationToken, Task<T>> read, TimeProvider time, TimeSpan? shortest = null)
{
    private readonly TimeSpan _shortest = shortest ?? TimeSpan.FromSeconds(1);
    private (T Reading, long At)? _first;

    /// <summary>Reads once more, when the window is long enough.</summary>
    /// <returns>The window's first reading, the newest, and the wall time between them.</returns>
    public async Task<(T First, T Newest, TimeSpan Elapsed)> ExtendAsync(CancellationToken cancellationToken)
    {
        _first ??= (await read(cancellationToken), time.GetTimestamp());
        var (first, started) = _first.Value;
        // A timer may be a fraction of a millisecond early.
        while (_shortest - time.GetElapsedTime(started) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, time, cancellationToken);
        }

        var newest = await read(cancellationToken);
        return (first, newest, time.GetElapsedTime(started));
    }
}
