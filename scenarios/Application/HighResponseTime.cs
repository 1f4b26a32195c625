using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Application;

/// <summary>
/// Requests that wait in their database's lock queue: the table that five of eight requests write is locked over and over, and the requests
/// that come meanwhile wait for its release.
/// </summary>
/// <remarks>
/// Prometheus computes the quantile from the histogram's buckets, within one linearly. When a share s of the requests takes from 1 to 2 s and none
/// longer, it has 2 s - 0.05/s for the 95th percentile: 1.5 to 1.9 s for every share from a tenth to a half. Just below is therefore held by how
/// many requests take longer than a second, and not by how long they take.
/// </remarks>
public sealed class HighResponseTime : AlertScenario
{
    private const string Name = "HighResponseTime";

    // Writers come at any time of it and wait for its end: three in eight for more than a second, and none for nearly two.
    private static readonly TimeSpan JustBelowHold = TimeSpan.FromSeconds(1.6);

    // Three writers in seven wait for more than two seconds, and none for the five after which the API gives its database up and answers 503.
    private static readonly TimeSpan FaultHold = TimeSpan.FromSeconds(3.5);

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "api",
        Severity = "warning",
        RuleFile = "application-alerts.yml",
        Signal = new Quantile(0.95, "http_request_duration_seconds_bucket", TimeSpan.FromMinutes(5), Matcher.Equal("job", "novacron-api")) { Unit = "s" },
        Comparator = Comparator.Above,
        Threshold = 2,
        For = TimeSpan.FromMinutes(5),
        Receivers = StrategyReceivers.Warning(Name, "api", "High API response time"),
    };

    /// <inheritdoc/>
    public override string FaultName => "postgres-table-lock";

    /// <inheritdoc/>
    public override string FaultDescription => "a session locks the table that most requests write, for 3.5 s at a time";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api | CellSystems.Postgres;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, string> DeclaredAlerts => ImmutableSortedDictionary<string, string>.Empty
        .Add("DatabaseSlowQueries", "a statement that waits for a lock for seconds is a slow query");

    /// <inheritdoc/>
    public override string CellName => "high-response-time";

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => ApiPods.WithFewStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.MostlyWrites(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context, JustBelowHold));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context, FaultHold));

    private static TableLock Create(ScenarioCell context, TimeSpan hold) => new(
        new TableLockOptions
        {
            ConnectionString = context.Cell.Database("postgres"),
            Table = CellNames.VirtualMachines,
            Hold = hold,
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
