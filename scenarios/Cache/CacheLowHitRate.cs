using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Cache;

/// <summary>Reads of keys that are not there, beside fifty a second that are.</summary>
public sealed class CacheLowHitRate : AlertScenario
{
    private const string Name = "CacheLowHitRate";

    // Beside 50 hits a second: a hit rate of 88 %, and one of 33 %.
    private const double JustBelowMissesPerSecond = 7;
    private const double FaultMissesPerSecond = 100;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "cache",
        Severity = "info",
        RuleFile = "cache-alerts.yml",
        Signal = new Ratio(Hits, new Total(Hits, new Rate("redis_keyspace_misses_total", Window))) { Unit = "ratio" },
        Comparator = Comparator.Below,
        Threshold = 0.8,
        For = TimeSpan.FromMinutes(10),
        Receivers = StrategyReceivers.Info(Name),
    };

    /// <inheritdoc/>
    public override string FaultName => "redis-cache-misses";

    /// <inheritdoc/>
    public override string FaultDescription => "two of three reads are of keys that are not there";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Redis;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "cache-low-hit-rate";

    private static Rate Hits => new("redis_keyspace_hits_total", Window);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [CacheTraffic.MostlyHits(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context, JustBelowMissesPerSecond));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context, FaultMissesPerSecond));

    private static CacheMisses Create(ScenarioCell context, double missesPerSecond) => new(
        new CacheMissesOptions
        {
            Host = "127.0.0.1",
            Port = context.Cell.RedisPort,
            MissesPerSecond = missesPerSecond,
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
