using System.Globalization;

namespace NovaCron.Validation.StandIns.Kubernetes.Cadvisor;

/// <summary>Reads containers' cgroups, version 1 (a tree per controller) or 2 (one tree), under both of Docker's cgroup drivers.</summary>
/// <param name="root">Where the host's cgroup file system is mounted.</param>
internal sealed class CgroupFiles(string root)
{
    // cAdvisor takes anything above for "no limit".
    private const long NoLimit = 1L << 62;

    private readonly bool unified = File.Exists(Path.Combine(root, "cgroup.controllers"));

    /// <summary>Usage and limits of a container; null when its cgroup is not there (any more).</summary>
    /// <param name="id">The engine's full identifier.</param>
    public ContainerUsage? Read(string id)
    {
        try
        {
            return unified ? ReadUnified(id) : ReadPerController(id);
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException || exception is IOException && Folder(unified ? "" : "memory", id) is null)
        {
            // It ended between two reads.
            return null;
        }
    }

    private ContainerUsage? ReadPerController(string id)
    {
        if (Folder("memory", id) is not { } memory || (Folder("cpu,cpuacct", id) ?? Folder("cpu", id)) is not { } cpu)
            return null;
        var accounting = Folder("cpu,cpuacct", id) ?? Folder("cpuacct", id) ?? cpu;
        var limit = Number(memory, "memory.limit_in_bytes");
        var throttling = Fields(cpu, "cpu.stat");
        return new ContainerUsage(
            Number(memory, "memory.usage_in_bytes"),
            Fields(memory, "memory.stat").GetValueOrDefault("total_inactive_file"),
            limit > NoLimit ? 0 : limit,
            Number(accounting, "cpuacct.usage") / 1e9,
            Math.Max(0, Number(cpu, "cpu.cfs_quota_us")),
            Number(cpu, "cpu.cfs_period_us"),
            throttling.GetValueOrDefault("nr_periods"),
            throttling.GetValueOrDefault("nr_throttled"));
    }

    private ContainerUsage? ReadUnified(string id)
    {
        if (Folder("", id) is not { } folder)
            return null;
        var cpu = Fields(folder, "cpu.stat");
        var quota = Text(folder, "cpu.max").Split(' ');
        var limit = Text(folder, "memory.max");
        return new ContainerUsage(
            Number(folder, "memory.current"),
            Fields(folder, "memory.stat").GetValueOrDefault("inactive_file"),
            limit == "max" ? 0 : Parse(limit),
            cpu.GetValueOrDefault("usage_usec") / 1e6,
            quota[0] == "max" ? 0 : Parse(quota[0]),
            quota.Length > 1 ? Parse(quota[1]) : 100_000,
            cpu.GetValueOrDefault("nr_periods"),
            cpu.GetValueOrDefault("nr_throttled"));
    }

    private string? Folder(string controller, string id)
    {
        string[] candidates = [Path.Combine(root, controller, "docker", id), Path.Combine(root, controller, "system.slice", $"docker-{id}.scope")];
        return Array.Find(candidates, Directory.Exists);
    }

    private static string Text(string folder, string file) => File.ReadAllText(Path.Combine(folder, file)).Trim();

    private static long Number(string folder, string file) => Parse(Text(folder, file));

    private static Dictionary<string, long> Fields(string folder, string file) => Text(folder, file).Split('\n')
        .Select(line => line.Split(' '))
        .Where(parts => parts.Length == 2)
        .ToDictionary(parts => parts[0], parts => Parse(parts[1]), StringComparer.Ordinal);

    // Version 1 writes "no limit" as a number that only fits an unsigned one on some kernels.
    private static long Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
}
