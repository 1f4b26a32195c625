using System.Globalization;

namespace NovaCron.Validation.Tests.Benchmarks;

/// <summary>What the whole machine uses, as the kernel says it.</summary>
internal static class HostUsage
{
    /// <summary>Ticks of all cores since the start of the machine: spent on work, and in all.</summary>
    public static (long Busy, long All) BusyTicks()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        // user, nice, system, idle, iowait, irq, softirq, steal; guest time is in user already.
        var all = ticks.Take(8).Sum();
        return (all - ticks[3] - ticks[4], all);
    }

    /// <summary>Memory that is not available, bytes.</summary>
    public static long UsedMemoryBytes() => Kilobytes("MemTotal") - Kilobytes("MemAvailable");

    private static long Kilobytes(string field)
    {
        var line = File.ReadLines("/proc/meminfo").First(l => l.StartsWith(field + ":", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
