using NovaCron.Validation.StandIns.Kubernetes.Metrics;

namespace NovaCron.Validation.StandIns.Kubernetes.Cadvisor;

/// <summary>
/// Writes rows under cAdvisor's names. As in cAdvisor, what is measured carries the time of measurement and what is specified carries none,
/// and a cgroup without a CPU limit has no <c>container_spec_cpu_quota</c>.
/// </summary>
internal static class CadvisorExposition
{
    /// <summary>In Prometheus' text format.</summary>
    /// <param name="rows">The cgroups.</param>
    /// <param name="at">When they were read.</param>
    public static string Format(IReadOnlyList<CadvisorRow> rows, DateTimeOffset at)
    {
        var text = new MetricText();
        Measured(text, rows, at, "container_cpu_cfs_periods_total", "counter", "Elapsed periods of CPU limiting.", row => IsLimitedContainer(row) ? row.Usage.Periods : null);
        Measured(text, rows, at, "container_cpu_cfs_throttled_periods_total", "counter", "Periods in which the container was held back.", row => IsLimitedContainer(row) ? row.Usage.ThrottledPeriods : null);
        text.Family("container_cpu_usage_seconds_total", "counter", "CPU time used, seconds.");
        foreach (var row in rows)
            text.Sample("container_cpu_usage_seconds_total", [row.Labels[0], ("cpu", "total"), .. row.Labels.Skip(1)], row.Usage.CpuSeconds, at);
        Measured(text, rows, at, "container_last_seen", "gauge", "When the container was last seen.", _ => at.ToUnixTimeSeconds());
        Measured(text, rows, at, "container_memory_usage_bytes", "gauge", "Memory used, page cache included, bytes.", row => row.Usage.MemoryBytes);
        Measured(text, rows, at, "container_memory_working_set_bytes", "gauge", "Memory used less inactive page cache, bytes.", row => row.Usage.WorkingSetBytes);
        Traffic(text, rows, at, "container_network_receive_bytes_total", "Bytes received.", traffic => traffic.ReceivedBytes);
        Traffic(text, rows, at, "container_network_transmit_bytes_total", "Bytes sent.", traffic => traffic.SentBytes);
        Specified(text, rows, "container_spec_cpu_period", "CPU period, microseconds.", row => row.Usage.CpuPeriod);
        Specified(text, rows, "container_spec_cpu_quota", "CPU quota per period, microseconds.", row => row.Usage.CpuQuota > 0 ? row.Usage.CpuQuota : null);
        Specified(text, rows, "container_spec_memory_limit_bytes", "Memory limit, bytes; 0 for none.", row => row.Usage.MemoryLimitBytes);
        Specified(text, rows, "container_start_time_seconds", "When it started, seconds since the epoch.", row => row.StartedAt.ToUnixTimeSeconds());
        return text.ToString();
    }

    // A pod's periods are no sum of its containers', so nothing is told of them.
    private static bool IsLimitedContainer(CadvisorRow row) => row.Container.Length > 0 && row.Usage.CpuQuota > 0;

    private static void Measured(MetricText text, IReadOnlyList<CadvisorRow> rows, DateTimeOffset at, string name, string type, string help, Func<CadvisorRow, double?> value) =>
        Write(text, rows, at, name, type, help, value);

    private static void Specified(MetricText text, IReadOnlyList<CadvisorRow> rows, string name, string help, Func<CadvisorRow, double?> value) =>
        Write(text, rows, null, name, "gauge", help, value);

    private static void Write(MetricText text, IReadOnlyList<CadvisorRow> rows, DateTimeOffset? at, string name, string type, string help, Func<CadvisorRow, double?> value)
    {
        text.Family(name, type, help);
        foreach (var row in rows)
        {
            if (value(row) is { } number)
                text.Sample(name, row.Labels, number, at);
        }
    }

    private static void Traffic(MetricText text, IReadOnlyList<CadvisorRow> rows, DateTimeOffset at, string name, string help, Func<InterfaceTraffic, long> value)
    {
        text.Family(name, "counter", help);
        foreach (var row in rows)
        {
            foreach (var traffic in row.Interfaces)
                text.Sample(name, [.. row.Labels.Take(3), ("interface", traffic.Name), .. row.Labels.Skip(3)], value(traffic), at);
        }
    }
}
