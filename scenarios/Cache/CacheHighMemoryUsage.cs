using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;
using NovaCron.Validation.Scenarios.Simulated;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Cache;

/// <summary>A Redis filled with keys to 93 % of its maxmemory, short of the point at which it evicts.</summary>
public sealed class CacheHighMemoryUsage : AlertScenario
{
    private const string Name = "CacheHighMemoryUsage";
    private const double JustBelowShare = 0.74;
    private const double FaultShare = 0.93;

    // Simulated: 256 MiB.
    private const double MaxMemory = 256 * 1024 * 1024;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "cache",
        Severity = "warning",
        RuleFile = "cache-alerts.yml",
        Signal = new Ratio(new Gauge("redis_memory_used_bytes"), new Gauge("redis_memory_max_bytes")) { Unit = "ratio" },
        Comparator = Comparator.Above,
        Threshold = 0.85,
        For = TimeSpan.FromMinutes(5),
        Receivers = StrategyReceivers.Warning(Name, "cache", "Redis memory usage high"),
    };

    /// <inheritdoc/>
    public override SimulatedSystem Simulated(PrometheusFile? prometheus) => RedisSystem.Itself with { Denominator = MaxMemory };

    /// <inheritdoc/>
    public override string FaultName => "redis-memory-pressure";

    /// <inheritdoc/>
    public override string FaultDescription => "a Redis is filled with keys to 93 % of its maxmemory";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Redis;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "cache-high-memory-usage";

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) =>
        blueprint with { RedisOptions = ["--maxmemory", "32mb", "--maxmemory-policy", "allkeys-lru"] };

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [CacheTraffic.MostlyHits(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context, JustBelowShare));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context, FaultShare));

    private static MemoryPressure Create(ScenarioCell context, double share) => new(
        new MemoryPressureOptions
        {
            Host = "127.0.0.1",
            Port = context.Cell.RedisPort,
            Share = share,
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
