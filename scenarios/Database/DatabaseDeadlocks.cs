using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Database;

/// <summary>Two sessions updating two rows in opposite order, over and over.</summary>
public sealed class DatabaseDeadlocks : AlertScenario
{
    private const string Name = "DatabaseDeadlocks";

    // One deadlock in a little more than the window at N = 25 reads 83 to 88 % of 0.1/s, and never two at once.
    private static readonly TimeSpan JustBelowInterval = TimeSpan.FromSeconds(12.3);

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "database",
        Severity = "warning",
        RuleFile = "database-alerts.yml",
        Signal = new Rate("pg_stat_database_deadlocks", TimeSpan.FromMinutes(5)) { Unit = "deadlocks per second" },
        Comparator = Comparator.Above,
        Threshold = 0.1,
        For = TimeSpan.FromMinutes(5),
        Receivers = StrategyReceivers.Warning(Name, "database", "Database deadlocks detected"),
        RealTimeConstants = [DatabaseTraffic.StatisticsFlush],
    };

    /// <inheritdoc/>
    public override string FaultName => "postgres-deadlocks";

    /// <inheritdoc/>
    public override string FaultDescription => "two sessions update two rows in opposite order, over and over";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Postgres;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "database-deadlocks";

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [DatabaseTraffic.ReadMostly(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(new Deadlocks(Options(context) with { Interval = JustBelowInterval }, context.Time));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new Deadlocks(Options(context), context.Time));

    private static DeadlockOptions Options(ScenarioCell context) => new()
    {
        ConnectionString = context.Cell.Database(),
        MaximumDuration = context.MaximumFaultDuration,
    };
}
