using NovaCron.Validation.FaultInjectors.Pods;
using NovaCron.Validation.FaultInjectors.Resources;

namespace NovaCron.Validation.Tests.Unit.Resources;

/// <summary>Cgroup files as the kernel writes them, and what is read from them.</summary>
internal static class Readings
{
    public static readonly CgroupReading Idle = new(100, 60_000_000, 200_000_000, 0, 10, 0.5);

    public static PressureOptions Options(double share) => new()
    {
        Target = new PodFaultOptions { Engine = null!, CellLabels = new Dictionary<string, string> { ["cell"] = "a" }, Pod = "web-1" },
        Share = share,
    };

    public static string Version1(string memoryLimit = "268435456", string quota = "50000") =>
        $"""
        /proc/uptime:1234.56 2000.00
        /sys/fs/cgroup/memory/memory.usage_in_bytes:90000000
        /sys/fs/cgroup/memory/memory.limit_in_bytes:{memoryLimit}
        /sys/fs/cgroup/memory/memory.stat:cache 12000000
        /sys/fs/cgroup/memory/memory.stat:total_inactive_file 10000000
        /sys/fs/cgroup/memory/memory.oom_control:oom_kill_disable 0
        /sys/fs/cgroup/memory/memory.oom_control:oom_kill 1
        /sys/fs/cgroup/cpuacct/cpuacct.usage:2500000000
        /sys/fs/cgroup/cpu/cpu.cfs_quota_us:{quota}
        /sys/fs/cgroup/cpu/cpu.cfs_period_us:100000
        """;

    public static string Version2(string memoryLimit = "268435456", string quota = "50000") =>
        $"""
        /proc/uptime:1234.56 2000.00
        /sys/fs/cgroup/memory.current:90000000
        /sys/fs/cgroup/memory.max:{memoryLimit}
        /sys/fs/cgroup/memory.stat:inactive_file 10000000
        /sys/fs/cgroup/memory.events:oom 2
        /sys/fs/cgroup/memory.events:oom_kill 1
        /sys/fs/cgroup/cpu.stat:usage_usec 2500000
        /sys/fs/cgroup/cpu.max:{quota} 100000
        """;
}
