using System.Diagnostics;

namespace NovaCron.Validation.StandIns.Api.Metrics;

/// <summary>
/// The process metrics that every Prometheus client has. The Go runtime's, which the strategy also names, are left
/// out: this process has no goroutines to count.
/// </summary>
internal static class ProcessMetrics
{
    /// <summary>Registers them.</summary>
    /// <param name="registry">Where.</param>
    public static void Register(MetricRegistry registry)
    {
        var started = StartedAt();
        registry.AddReading("process_start_time_seconds", "Start time of the process since the Unix epoch in seconds.", "gauge", () => started);
        registry.AddReading("process_cpu_seconds_total", "User and system CPU time of the process in seconds.", "counter", () => Environment.CpuUsage.TotalTime.TotalSeconds);
        registry.AddReading("process_resident_memory_bytes", "Resident memory of the process in bytes.", "gauge", () => Environment.WorkingSet);
    }

    private static double StartedAt()
    {
        using var process = Process.GetCurrentProcess();
        return (process.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;
    }
}
