using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Containers;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Cache;

/// <summary>A Redis that is dead: its process is killed and stays away until the roll-back.</summary>
public sealed class CacheDown : AlertScenario
{
    private const string Name = "CacheDown";

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "cache",
        Severity = "critical",
        RuleFile = "cache-alerts.yml",
        Signal = new Gauge("redis_up") { Unit = "up (0 or 1)" },
        Comparator = Comparator.EqualTo,
        Threshold = 0,
        For = TimeSpan.FromMinutes(1),
        DescriptionTells = [],
        Receivers = StrategyReceivers.Critical(Name, "cache", "Redis cache is down"),
    };

    /// <inheritdoc/>
    public override string FaultName => "container-kill";

    /// <inheritdoc/>
    public override string FaultDescription => "the Redis server is killed and stays away";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Redis;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Brief();

    /// <inheritdoc/>
    public override string CellName => "cache-down";

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [CacheTraffic.MostlyHits(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context));

    private static ContainerKill Create(ScenarioCell context) => new(
        new ContainerKillOptions
        {
            Engine = context.Cell.Run.Engine,
            ContainerId = context.Cell.Container("redis").Id,
            What = "Redis",
            Serves = ["redis-cli", "ping"],
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
