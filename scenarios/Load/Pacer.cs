namespace NovaCron.Validation.Scenarios.Load;

/// <summary>
/// Hands out a plan's arrivals when they are due. It sleeps on one timer until the next is due; woken late, it hands out
/// everything that fell due meanwhile, each with the instant it was planned for.
/// </summary>
internal sealed class Pacer : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly Action<Arrival> handOut;
    private readonly IEnumerator<Arrival> plan;
    private readonly ITimer timer;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long startedAt;
    private TimeSpan? endedAt;

    public Pacer(IEnumerable<Arrival> plan, TimeProvider clock, Action<Arrival> handOut)
    {
        (this.clock, this.handOut) = (clock, handOut);
        this.plan = plan.GetEnumerator();
        timer = clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Completes at the end of the plan, or when stopped.</summary>
    public Task Ended => ended.Task;

    /// <summary>Time since the start; it stands still at the end of the arrivals.</summary>
    public TimeSpan ArrivingFor
    {
        get
        {
            lock (gate)
            {
                return endedAt ?? Elapsed;
            }
        }
    }

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(startedAt);

    public void Start()
    {
        lock (gate)
        {
            startedAt = clock.GetTimestamp();
            plan.MoveNext();
            HandOutDue();
        }
    }

    /// <summary>Hands out what is due by now, and nothing after.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (endedAt is null)
            {
                HandOutDue();
                End(endedAt ?? Elapsed);
            }
        }
    }

    public void Dispose()
    {
        Stop();
        timer.Dispose();
        plan.Dispose();
    }

    private void Tick()
    {
        lock (gate)
        {
            if (endedAt is null)
            {
                HandOutDue();
            }
        }
    }

    private void HandOutDue()
    {
        var now = Elapsed;
        for (; plan.Current.At <= now; plan.MoveNext())
        {
            if (plan.Current.Kind == ArrivalKind.End)
            {
                End(plan.Current.At);
                return;
            }

            handOut(plan.Current);
        }

        // Timers know whole milliseconds and cut off the rest: rounded up, they wake once, after the instant.
        timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min((plan.Current.At - now).TotalMilliseconds, int.MaxValue))), Timeout.InfiniteTimeSpan);
    }

    private void End(TimeSpan at)
    {
        endedAt = at;
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        ended.TrySetResult();
    }
}
