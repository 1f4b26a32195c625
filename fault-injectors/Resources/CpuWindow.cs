namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>
/// A stretch of time over which a container's CPU time is compared with itself: a second at least, so that its periods of 100 ms even out, and five at most,
/// so that a stall of the machine is made up for and then forgotten.
/// </summary>
/// <param name="pressing">Who reads.</param>
/// <param name="time">Clock.</param>
internal sealed class CpuWindow(PressingProcesses pressing, TimeProvider time)
{
    private const double LongestSeconds = 5;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private CgroupReading? _first;
    private long _started;

    /// <summary>Reads once more, when the window is long enough.</summary>
    public async Task<CpuUse> ExtendAsync(CancellationToken cancellationToken)
    {
        if (_first is null)
        {
            _first = await pressing.ReadAsync(cancellationToken);
            _started = time.GetTimestamp();
        }

        if (Shortest - time.GetElapsedTime(_started) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, time, cancellationToken);
        }

        var use = new CpuUse(_first, await pressing.ReadAsync(cancellationToken));
        if (use.Seconds > LongestSeconds)
        {
            (_first, _started) = (use.Newest, time.GetTimestamp());
        }

        return use;
    }
}

/// <summary>CPU time used between two readings.</summary>
/// <param name="First">The earlier.</param>
/// <param name="Newest">The later.</param>
internal sealed record CpuUse(CgroupReading First, CgroupReading Newest)
{
    /// <summary>Wall seconds between them.</summary>
    public double Seconds => Newest.Uptime - First.Uptime;

    /// <summary>What was used of the quota, a ratio; 0 where there is no quota or no time between them.</summary>
    public double Share => Newest.CpuLimit is { } cores && Seconds > 0 ? (Newest.CpuSeconds - First.CpuSeconds) / Seconds / cores : 0;
}
