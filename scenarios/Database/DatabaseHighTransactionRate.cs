using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Database;

/// <summary>Short transactions, committed twenty thousand times a second.</summary>
public sealed class DatabaseHighTransactionRate : AlertScenario
{
    private const string Name = "DatabaseHighTransactionRate";
    private const double JustBelowPerSecond = 8200;
    private const double FaultPerSecond = 14_000;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "database",
        Severity = "info",
        RuleFile = "database-alerts.yml",
        // Each database has a series of its own, and the alert fires for the busy one.
        Signal = new Rate("pg_stat_database_xact_commit", TimeSpan.FromMinutes(5)) { Unit = "transactions per second" },
        Comparator = Comparator.Above,
        Threshold = 10_000,
        For = TimeSpan.FromMinutes(5),
        // The strategy documents no runbook for it.
        Annotations = ["summary", "description"],
        Receivers = StrategyReceivers.Info(Name),
        RealTimeConstants = [DatabaseTraffic.StatisticsFlush],
    };

    /// <inheritdoc/>
    public override string FaultName => "postgres-transaction-rate";

    /// <inheritdoc/>
    public override string FaultDescription => "four sessions commit 14 000 short transactions a second";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Postgres;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "database-high-transaction-rate";

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [DatabaseTraffic.ReadMostly(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context, JustBelowPerSecond));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context, FaultPerSecond));

    private static TransactionRate Create(ScenarioCell context, double perSecond) => new(
        new TransactionRateOptions
        {
            ConnectionString = context.Cell.Database(),
            PerSecond = perSecond,
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
