using NovaCron.Validation.Assertions.Simulation;

namespace NovaCron.Validation.Scenarios.Simulated;

/// <summary>Redis as Prometheus scrapes it.</summary>
internal static class RedisSystem
{
    /// <summary>The system: one exporter, whose metrics have no labels of their own.</summary>
    public static SimulatedSystem Itself { get; } = new()
    {
        Targets = [SeriesLabels.Of(("job", "redis-exporter"), ("instance", "redis-exporter:9121"))],
    };
}
