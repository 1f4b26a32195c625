using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Database;

/// <summary>Two sessions updating two rows in opposite order, over and over.</summary>
public sealed class DatabaseDeadlocks : AlertScenario
{
    private const string Name = "DatabaseDeadlocks";
    private static readonly JustBelow.Level Wanted = new(0.75, 0.95);

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
    public override JustBelow JustBelow => Wanted;

    // A window of 12 s at N = 25 holds one deadlock (88 % of 0.1/s), one of 30 s at N = 10 two (70 %): three are beyond the threshold.
    /// <inheritdoc/>
    public override JustBelow JustBelowAt(TimeScale scale) => WholeEvents.Below(Contract, scale).Reach(Wanted);

    /// <inheritdoc/>
    public override string CellName => "database-deadlocks";

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [DatabaseTraffic.ReadMostly(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(new Deadlocks(Options(context) with { Interval = WholeEvents.Below(Contract, context.Cell.Blueprint.Monitoring.Scale).Interval }, context.Time));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new Deadlocks(Options(context), context.Time));

    private static DeadlockOptions Options(ScenarioCell context) => new()
    {
        ConnectionString = context.Cell.Database(),
        MaximumDuration = context.MaximumFaultDuration,
    };
}
