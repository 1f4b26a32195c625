using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Cache;

/// <summary>New keys written into a Redis that is at maxmemory with an LRU policy.</summary>
public sealed class CacheHighEvictionRate : AlertScenario
{
    private const string Name = "CacheHighEvictionRate";
    private const double JustBelowPerSecond = 85;
    private const double FaultPerSecond = 300;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "cache",
        Severity = "warning",
        RuleFile = "cache-alerts.yml",
        Signal = new Rate("redis_evicted_keys_total", TimeSpan.FromMinutes(5)) { Unit = "keys per second" },
        Comparator = Comparator.Above,
        Threshold = 100,
        For = TimeSpan.FromMinutes(5),
        Receivers = StrategyReceivers.Warning(Name, "cache", "High cache eviction rate"),
    };

    /// <inheritdoc/>
    public override string FaultName => "redis-eviction-pressure";

    /// <inheritdoc/>
    public override string FaultDescription => "new keys are written into a Redis that is at maxmemory with an LRU policy";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Redis;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, string> DeclaredAlerts => ImmutableSortedDictionary<string, string>.Empty
        .Add("CacheHighMemoryUsage", "a Redis that evicts is at maxmemory, which is above 85 % by definition");

    /// <inheritdoc/>
    public override string CellName => "cache-high-eviction-rate";

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) =>
        blueprint with { RedisOptions = ["--maxmemory", "16mb", "--maxmemory-policy", "allkeys-lru"] };

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [CacheTraffic.MostlyHits(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context, JustBelowPerSecond));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context, FaultPerSecond));

    private static EvictionPressure Create(ScenarioCell context, double keysPerSecond) => new(
        new EvictionPressureOptions
        {
            Host = "127.0.0.1",
            Port = context.Cell.RedisPort,
            KeysPerSecond = keysPerSecond,
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
