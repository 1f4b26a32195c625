namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>A stretch of time, a second at least, over which a container's CPU time is compared with itself. It grows with every reading: what a stall has delayed is no lack of effect.</summary>
/// <param name="pressing">Who reads.</param>
/// <param name="time">Clock.</param>
internal sealed class CpuWindow(PressingProcesses pressing, TimeProvider time)
{
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

        return new CpuUse(_first, await pressing.ReadAsync(cancellationToken));
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
