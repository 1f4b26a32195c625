namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>
/// The kubelet's back-off between restarts of one container: the first restart is at once, the next ones wait 10 s after the container's end,
/// doubling to 5 min. A container that ended more than 10 min after its last restart starts over. Real seconds, never scaled.
/// Source: the kubelet's <c>backOffPeriod</c>, <c>MaxContainerBackOff</c> and client-go's <c>flowcontrol.Backoff</c>.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class CrashLoopBackOff(TimeProvider time)
{
    /// <summary>The first wait.</summary>
    public static readonly TimeSpan Initial = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>A container that lasted longer than this since its last restart is stable.</summary>
    public static readonly TimeSpan Stable = 2 * Longest;

    private DateTimeOffset lastRestart;

    /// <summary>The present wait; zero before the first restart.</summary>
    public TimeSpan Current { get; private set; }

    /// <summary>How long the container must still wait.</summary>
    /// <param name="finishedAt">When it last ended.</param>
    public TimeSpan Remaining(DateTimeOffset finishedAt)
    {
        if (Current == TimeSpan.Zero || finishedAt - lastRestart > Stable)
            return TimeSpan.Zero;
        var left = Current - (time.GetUtcNow() - finishedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Takes note that it is restarted now, which sets the wait before the restart after this one.</summary>
    /// <param name="finishedAt">When it last ended.</param>
    public void Restarting(DateTimeOffset finishedAt)
    {
        Current = Current == TimeSpan.Zero || finishedAt - lastRestart > Stable ? Initial
            : 2 * Current < Longest ? 2 * Current
            : Longest;
        lastRestart = time.GetUtcNow();
    }
}
