using System.Collections.Immutable;
using System.Globalization;

namespace NovaCron.Validation.FaultInjectors.Resources;

/// <summary>What the kernel says of one container, read from its own cgroup's files, version 1 or 2.</summary>
/// <param name="Uptime">The machine's uptime at the reading, seconds, to a hundredth: the kernel's own clock, so that the way to the reader does not count.</param>
/// <param name="WorkingSet">Memory charged to it less the inactive page cache, bytes, as cAdvisor reckons it.</param>
/// <param name="MemoryLimit">Limit of memory, bytes; null for none.</param>
/// <param name="OutOfMemoryKills">Processes that the kernel has killed in it for want of memory.</param>
/// <param name="CpuSeconds">CPU time used since it came to be.</param>
/// <param name="CpuLimit">Limit of CPU, cores; null for none.</param>
internal sealed record CgroupReading(double Uptime, long WorkingSet, long? MemoryLimit, long OutOfMemoryKills, double CpuSeconds, double? CpuLimit)
{
    private const string Root = "/sys/fs/cgroup/";
    private const string UptimeFile = "/proc/uptime";

    // cAdvisor takes anything above for "no limit".
    private const long NoLimit = 1L << 62;

    /// <summary>Prints every line of the files behind its path. Those of the other version are not there.</summary>
    public static ImmutableArray<string> Command { get; } =
    [
        "grep", "-s", "-H", "", UptimeFile,
        .. new[] { "memory/memory.usage_in_bytes", "memory/memory.limit_in_bytes", "memory/memory.stat", "memory/memory.oom_control", "cpuacct/cpuacct.usage", "cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us" }.Select(f => Root + f),
        .. new[] { "memory.current", "memory.max", "memory.stat", "memory.events", "cpu.stat", "cpu.max" }.Select(f => Root + f),
    ];

    /// <summary>Reads what the command printed.</summary>
    /// <exception cref="FormatException">A file that must be there is missing, or not understood.</exception>
    public static CgroupReading Parse(string output)
    {
        var files = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .ToLookup(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return files.Contains(Root + "memory.current") ? Unified(files) : PerController(files);
    }

    private static CgroupReading PerController(ILookup<string, string[]> files)
    {
        var limit = Number(files, "memory/memory.limit_in_bytes");
        var quota = Number(files, "cpu/cpu.cfs_quota_us");
        return new CgroupReading(
            Clock(files),
            Math.Max(0, Number(files, "memory/memory.usage_in_bytes") - Number(files, "memory/memory.stat", "total_inactive_file")),
            limit > NoLimit ? null : limit,
            Number(files, "memory/memory.oom_control", "oom_kill"),
            Number(files, "cpuacct/cpuacct.usage") / 1e9,
            quota > 0 ? quota / (double)Number(files, "cpu/cpu.cfs_period_us") : null);
    }

    private static CgroupReading Unified(ILookup<string, string[]> files)
    {
        var limit = Line(files, Root + "memory.max")[0];
        var cpu = Line(files, Root + "cpu.max");
        return new CgroupReading(
            Clock(files),
            Math.Max(0, Number(files, "memory.current") - Number(files, "memory.stat", "inactive_file")),
            limit == "max" ? null : Parse(limit, "memory.max"),
            Number(files, "memory.events", "oom_kill"),
            Number(files, "cpu.stat", "usage_usec") / 1e6,
            cpu is [{ } quota, { } period] && quota != "max" ? Parse(quota, "cpu.max") / (double)Parse(period, "cpu.max") : null);
    }

    private static double Clock(ILookup<string, string[]> files) => double.Parse(Line(files, UptimeFile)[0], CultureInfo.InvariantCulture);

    private static long Number(ILookup<string, string[]> files, string file) => Parse(Line(files, Root + file)[0], file);

    private static long Number(ILookup<string, string[]> files, string file, string field) =>
        files[Root + file].FirstOrDefault(line => line is [{ } name, _] && name == field) is { } found
            ? Parse(found[1], file)
            : throw new FormatException($"{Root}{file} has no line {field}");

    private static string[] Line(ILookup<string, string[]> files, string path) =>
        files[path].FirstOrDefault(line => line.Length > 0) ?? throw new FormatException($"{path} could not be read inside the container");

    // Version 1 writes "no limit" as a number that only fits an unsigned one on some kernels.
    private static long Parse(string text, string file) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? long.MaxValue
        : throw new FormatException($"{Root}{file} says '{text}', which is no number");
}
