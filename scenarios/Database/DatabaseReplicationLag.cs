using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;
using NovaCron.Validation.Scenarios.Simulated;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Database;

/// <summary>
/// A streaming standby whose replay is paused while the primary is written to. Lag grows by a second each second, which time compression does not shorten;
/// that is no delay of the alert, since the fault counts as effective only once the standby itself shows more than 30 s.
/// </summary>
public sealed class DatabaseReplicationLag : AlertScenario
{
    private const string Name = "DatabaseReplicationLag";
    private static readonly TimeSpan Threshold = TimeSpan.FromSeconds(30);

    // Held by recovery_min_apply_delay: transactions are replayed 25 s after their commit, 83 % of the threshold, for as long as it is to be held.
    private static readonly TimeSpan JustBelowDelay = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan JustBelowLag = TimeSpan.FromSeconds(24.5);

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "database",
        Severity = "warning",
        RuleFile = "database-alerts.yml",
        Signal = new Gauge("pg_replication_lag_seconds") { Unit = "seconds" },
        Comparator = Comparator.Above,
        Threshold = Threshold.TotalSeconds,
        For = TimeSpan.FromMinutes(5),
        Receivers = StrategyReceivers.Warning(Name, "database", "Database replication lag detected"),
    };

    /// <inheritdoc/>
    public override SimulatedSystem Simulated(PrometheusFile? prometheus) => PostgresSystem.WithStandbyFirst(prometheus);

    /// <inheritdoc/>
    public override string FaultName => "postgres-replay-lag";

    /// <inheritdoc/>
    public override string FaultDescription => "a streaming standby's replay is paused while the primary is written to";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Postgres | CellSystems.Standby;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override TimeSpan TimeToEffect => JustBelowDelay + Threshold;

    /// <inheritdoc/>
    public override string CellName => "database-replication-lag";

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [DatabaseTraffic.ReadMostly(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(new ReplayLag(Options(context, JustBelowLag) with { Delay = JustBelowDelay }, context.Time));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new ReplayLag(Options(context, Threshold), context.Time));

    private static ReplayLagOptions Options(ScenarioCell context, TimeSpan requiredLag) => new()
    {
        ConnectionString = context.Cell.Standby,
        RequiredLag = requiredLag,
        MaximumDuration = context.MaximumFaultDuration,
    };
}
