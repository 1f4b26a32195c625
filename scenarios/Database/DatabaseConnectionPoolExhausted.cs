using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Database;

/// <summary>Idle sessions that take more than 90 % of max_connections, and leave the exporter's ordinary role what it needs.</summary>
public sealed class DatabaseConnectionPoolExhausted : AlertScenario
{
    private const string Name = "DatabaseConnectionPoolExhausted";

    // Of 100 connections the fault's own sessions alone pass 90 %. Three are reserved for superusers, which leaves six for all others:
    // two of the load, two of the exporter (one that it keeps, one at every scrape) and one that observes.
    private const double FaultShare = 0.91;
    private const int LoadConnections = 2;

    // With those of the others 79 to 81 of 100, 88 to 90 % of the threshold.
    private const double JustBelowShare = 0.76;

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "database",
        Severity = "critical",
        RuleFile = "database-alerts.yml",
        // A server's connections against its own limit: with one server the sum over all is the same.
        Signal = new Ratio(
            new Sum(new Gauge("pg_stat_database_numbackends"), "instance"),
            new Sum(new Gauge("pg_settings_max_connections"), "instance")) { Unit = "of all connections" },
        Comparator = Comparator.Above,
        Threshold = 0.90,
        For = TimeSpan.FromMinutes(2),
        Receivers = StrategyReceivers.Critical(Name, "database", "Database connection pool exhausted"),
    };

    /// <inheritdoc/>
    public override string FaultName => "postgres-session-hold";

    /// <inheritdoc/>
    public override string FaultDescription => "idle sessions take more than 90 % of max_connections";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Postgres;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "database-connection-pool-exhausted";

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) =>
        [DatabaseTraffic.ReadMostly(context.Cell, connections: LoadConnections)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context, JustBelowShare));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context, FaultShare));

    private static SessionHold Create(ScenarioCell context, double share) => new(
        new SessionHoldOptions
        {
            ConnectionString = context.Cell.Database(),
            Share = share,
            Room = 1,
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
