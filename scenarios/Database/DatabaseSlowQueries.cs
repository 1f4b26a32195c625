using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;
using NovaCron.Validation.Scenarios.Load.Steps;
using NovaCron.Validation.Scenarios.Simulated;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Database;

/// <summary>
/// The application's writes wait for row locks that another session takes again and again, so that they take seconds.
/// The signal as written, the rate of a mean, is not invariant under time compression, so the rule is also judged in simulated time;
/// the amended one, execution time over calls, is a quotient of two increases and has no time in it that could be compressed.
/// </summary>
/// <param name="byCounters">Whether the promise is amended to execution time over calls.</param>
public sealed class DatabaseSlowQueries(bool byCounters) : AlertScenario
{
    private const string Name = "DatabaseSlowQueries";
    private const string Amendment = "slow-queries-rate-of-a-mean";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    // Writes that arrive evenly wait for half of the time that the locks are held: 2 s, twice the threshold, and 0.8 s, 80 % of it.
    private static readonly TimeSpan FaultHold = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan JustBelowHold = TimeSpan.FromSeconds(1.6);

    // At this rate twenty writes wait at the same time; more connections than that, so that they wait in the database and not for a connection.
    private const int WritesPerSecond = 5;
    private const int Connections = 30;

    // Simulated: calls of a statement.
    private const double CallsPerSecond = 10;

    /// <summary>The scenario with its promise as the strategy has it.</summary>
    public DatabaseSlowQueries() : this(byCounters: false)
    {
    }

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "database",
        Severity = "warning",
        RuleFile = "database-alerts.yml",
        Signal = byCounters
            ? new Ratio(new Rate("pg_stat_statements_seconds_total", Window), new Rate("pg_stat_statements_calls_total", Window)) { Unit = "seconds per query" }
            : new Rate("pg_stat_statements_mean_exec_time_seconds", Window) { Unit = "seconds per second" },
        Comparator = Comparator.Above,
        Threshold = 1,
        For = TimeSpan.FromMinutes(5),
        Receivers = StrategyReceivers.Warning(Name, "database", "Database experiencing slow queries"),
    };

    /// <inheritdoc/>
    public override ImmutableArray<string> Amendments => [Amendment];

    /// <inheritdoc/>
    public override SimulatedSystem Simulated(PrometheusFile? prometheus) => PostgresSystem.Of(prometheus) with { Denominator = CallsPerSecond };

    /// <inheritdoc/>
    public override string FaultName => "postgres-row-locks";

    /// <inheritdoc/>
    public override string FaultDescription => "a session locks a table's rows for seconds, again and again, and the application's writes wait";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Postgres;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "database-slow-queries";

    /// <inheritdoc/>
    public override ImmutableArray<SimulatedCase> Simulations => [SlowQueriesSimulation.TwoSeconds];

    /// <inheritdoc/>
    public override AlertScenario Under(IReadOnlyCollection<string> amendments) =>
        amendments.Contains(Amendment) ? new DatabaseSlowQueries(byCounters: true) : this;

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) =>
        [DatabaseTraffic.ReadMostly(context.Cell, WritesPerSecond, Connections)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context, JustBelowHold));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context, FaultHold));

    private static RowLocks Create(ScenarioCell context, TimeSpan hold) => new(
        new RowLocksOptions
        {
            ConnectionString = context.Cell.Database(),
            Table = SqlStep.Table,
            Hold = hold,
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
