using System.Collections.Concurrent;
using System.Globalization;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Notices when the whole machine stands still: a timer of the runner that comes much too late.</summary>
internal sealed class StallWatch : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(DateTimeOffset At, string What)> _stalls = new();
    private readonly TimeProvider _time;
    private readonly Task _watching;

    public StallWatch(TimeProvider time)
    {
        _time = time;
        _watching = WatchAsync();
    }

    /// <summary>Stalls since an instant.</summary>
    public IEnumerable<string> Since(DateTimeOffset instant) => _stalls.Where(s => s.At >= instant).Select(s => s.What);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Tick, _time);
        var last = _time.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var gap = _time.GetElapsedTime(last);
                last = _time.GetTimestamp();
                if (gap > Tolerance)
                {
                    _stalls.Enqueue((_time.GetUtcNow(), string.Create(CultureInfo.InvariantCulture, $"the machine stood still for {gap.TotalSeconds:0.0} s (wall) before {_time.GetUtcNow():HH:mm:ss.fff}")));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The watch ends.
        }
    }
}
