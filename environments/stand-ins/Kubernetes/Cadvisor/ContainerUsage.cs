namespace NovaCron.Validation.StandIns.Kubernetes.Cadvisor;

/// <summary>What a container's cgroup says.</summary>
/// <param name="MemoryBytes">Memory charged to it, page cache included.</param>
/// <param name="InactiveFileBytes">Page cache that could go at once.</param>
/// <param name="MemoryLimitBytes">Limit; 0 for none.</param>
/// <param name="CpuSeconds">CPU time used since the cgroup came to be.</param>
/// <param name="CpuQuota">Microseconds of CPU per period; 0 for no limit.</param>
/// <param name="CpuPeriod">Length of a period, microseconds.</param>
/// <param name="Periods">Periods that have passed under a limit.</param>
/// <param name="ThrottledPeriods">Those in which it was held back.</param>
internal sealed record ContainerUsage(
    long MemoryBytes,
    long InactiveFileBytes,
    long MemoryLimitBytes,
    double CpuSeconds,
    long CpuQuota,
    long CpuPeriod,
    long Periods,
    long ThrottledPeriods)
{
    /// <summary>cAdvisor's working set: memory less the inactive page cache, not below 0.</summary>
    public long WorkingSetBytes => Math.Max(0, MemoryBytes - InactiveFileBytes);
}
