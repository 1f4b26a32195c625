namespace NovaCron.Validation.Scenarios.Load;

/// <summary>
/// The system's clock with one-shot timers that wake within a millisecond. The runtime's own timers read a coarse clock
/// (4 ms steps where the kernel ticks at 250 Hz), which put 2 to 8 ms of the generator's own into every latency, and wake
/// four threads for each arrival. All timers share one waiting thread, which lives only while there are any; callbacks run
/// on it and must be short.
/// </summary>
public sealed class PacingClock : TimeProvider
{
    private readonly object gate = new();
    private readonly List<PacingTimer> timers = [];
    private Thread? thread;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The timer is periodic.</exception>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PacingTimer(this, () => callback(state));
        lock (gate)
        {
            timer.Change(dueTime, period);
            timers.Add(timer);
            if (thread is null)
            {
                thread = new Thread(WaitAndFire) { IsBackground = true, Name = "load pacing" };
                thread.Start();
            }
        }

        return timer;
    }

    private void WaitAndFire()
    {
        while (NextDue() is { } timer)
        {
            timer.Fire();
        }
    }

    // Waits for the earliest timer and disarms it; null when no timer is left.
    private PacingTimer? NextDue()
    {
        lock (gate)
        {
            while (timers.Count > 0)
            {
                var next = timers.MinBy(timer => timer.DueAt)!;
                var wait = TimeSpan.FromSeconds((next.DueAt - GetTimestamp()) / (double)TimestampFrequency);
                if (next.DueAt != long.MaxValue && wait <= TimeSpan.Zero)
                {
                    next.DueAt = long.MaxValue;
                    return next;
                }

                Monitor.Wait(gate, next.DueAt == long.MaxValue ? Timeout.Infinite : (int)Math.Min(Math.Ceiling(wait.TotalMilliseconds), int.MaxValue));
            }

            thread = null;
            return null;
        }
    }

    private sealed class PacingTimer(PacingClock clock, Action callback) : ITimer
    {
        // A timestamp; the greatest one means never.
        public long DueAt { get; set; } = long.MaxValue;

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
            {
                throw new NotSupportedException($"a pacing timer fires once; a period of {period} was asked for");
            }

            lock (clock.gate)
            {
                DueAt = dueTime < TimeSpan.Zero ? long.MaxValue : clock.GetTimestamp() + (long)(dueTime.TotalSeconds * clock.TimestampFrequency);
                Monitor.Pulse(clock.gate);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                Monitor.Pulse(clock.gate);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
