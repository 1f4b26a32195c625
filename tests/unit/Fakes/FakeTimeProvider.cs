namespace NovaCron.Validation.Tests.Unit.Fakes;

/// <summary>
/// A clock that stands still until it is advanced. Timers fire on the advancing thread, in order, each at its own instant,
/// those armed by an earlier one included.
/// </summary>
public sealed class FakeTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private readonly List<(TimeSpan DueIn, TaskCompletionSource Armed)> waiters = [];
    private DateTimeOffset now = start;

    public FakeTimeProvider() : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Timers that are going to fire.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (gate)
            {
                return timers.Count(timer => timer.DueAt is not null);
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on, firing on its way what falls due.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = GetUtcNow() + by;
        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (gate)
        {
            now = target;
        }
    }

    /// <summary>Moves the clock on at once, as a machine that stalls sees it, and only then fires what fell due meanwhile.</summary>
    public void Stall(TimeSpan by)
    {
        lock (gate)
        {
            now += by;
        }

        Advance(TimeSpan.Zero);
    }

    /// <summary>Completes as soon as a timer is armed that is going to fire after exactly this time.</summary>
    public Task UntilArmedAsync(TimeSpan dueIn)
    {
        var armed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiters.Add((dueIn, armed));
            TellWaiters();
        }

        return armed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private void TellWaiters()
    {
        bool IsArmed(TimeSpan dueIn) => timers.Any(timer => timer.DueAt == now + dueIn);
        waiters.Where(waiter => IsArmed(waiter.DueIn)).ToList().ForEach(waiter => waiter.Armed.TrySetResult());
        waiters.RemoveAll(waiter => waiter.Armed.Task.IsCompleted);
    }

    private FakeTimer? NextDue(DateTimeOffset target)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.DueAt <= target).MinBy(timer => timer.DueAt);
            if (next is { DueAt: { } due })
            {
                now = due > now ? due : now;
                next.Rearm();
            }

            return next;
        }
    }

    private sealed class FakeTimer(FakeTimeProvider clock, Action callback) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset? DueAt { get; private set; }

        public void Fire() => callback();

        public void Rearm() => DueAt = period > TimeSpan.Zero ? clock.now + period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                // Timers know whole milliseconds only, as the system's do.
                DueAt = dueTime < TimeSpan.Zero ? null : clock.now + TimeSpan.FromMilliseconds(Math.Floor(dueTime.TotalMilliseconds));
                if (!clock.timers.Contains(this))
                {
                    clock.timers.Add(this);
                }

                clock.TellWaiters();
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                DueAt = null;
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
