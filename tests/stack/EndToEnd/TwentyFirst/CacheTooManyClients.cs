using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Redis;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Cache;

/// <summary>Clients that connect to Redis and stay.</summary>
public sealed class CacheTooManyClients : AlertScenario
{
    private const string Name = "CacheTooManyClients";
    private const int JustBelowClients = 170;
    private const int FaultClients = 300;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "cache",
        Severity = "warning",
        RuleFile = "cache-alerts.yml",
        Signal = new Gauge("redis_connected_clients") { Unit = "clients" },
        Comparator = Comparator.Above,
        Threshold = 200,
        For = TimeSpan.FromMinutes(2),
        Receivers = StrategyReceivers.Warning(Name, "cache", "Too many cache clients"),
    };

    /// <inheritdoc/>
    public override string FaultName => "redis-held-clients";

    /// <inheritdoc/>
    public override string FaultDescription => "clients connect to Redis and stay";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Redis;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "cache-too-many-clients";

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [CacheTraffic.MostlyHits(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context, JustBelowClients));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context, FaultClients));

    private static HeldClients Create(ScenarioCell context, int clients) =>
        new(context.Cell.RedisPort, clients, context.MaximumFaultDuration, context.Time);
}
