using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.Application;

/// <summary>
/// A share of the API's work that its database refuses: the API's role loses a right on the table of virtual machines, and the requests that need
/// it are answered with 500. How many those are is the traffic's: one in ten adds, one in 120 changes.
/// </summary>
/// <remarks>
/// The API counts every status that a route can answer with from 0 on, as Prometheus' guide to instrumentation advises, so the rule has a value
/// before the first failure. Of an API that does not, the documented rule has none until then, and <c>silent</c> says so.
/// </remarks>
public sealed class HighErrorRate : AlertScenario
{
    private const string Name = "HighErrorRate";
    private const string Requests = "http_requests_total";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly Matcher Job = Matcher.Equal("job", "novacron-api");

    /// <inheritdoc/>
    public override AlertContract Contract { get; } = new()
    {
        Alert = Name,
        Component = "api",
        Severity = "critical",
        RuleFile = "application-alerts.yml",
        Signal = new Ratio(new Sum(new Rate(Requests, Window, Job, Matcher.Matches("status", "5.."))), new Sum(new Rate(Requests, Window, Job))) { Unit = "of all requests" },
        Comparator = Comparator.Above,
        Threshold = 0.01,
        For = TimeSpan.FromMinutes(2),
        Receivers = StrategyReceivers.Critical(Name, "api", "High 5xx error rate detected"),
    };

    /// <inheritdoc/>
    public override string FaultName => "postgres-revoked-right";

    /// <inheritdoc/>
    public override string FaultDescription => "the API's database role loses the right to insert, which one request in ten needs";

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api | CellSystems.Postgres;

    /// <inheritdoc/>
    public override JustBelow JustBelow => new JustBelow.Level(0.75, 0.95);

    /// <inheritdoc/>
    public override string CellName => "high-error-rate";

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => ApiPods.WithFewStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.WithRareChanges(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault?> CreateJustBelowAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault?>(Create(context, "UPDATE"));

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(Create(context, "INSERT"));

    private static RevokedRight Create(ScenarioCell context, string right) => new(
        new RevokedRightOptions
        {
            ConnectionString = context.Cell.Database("postgres"),
            Role = CellNames.Database,
            Table = CellNames.VirtualMachines,
            Right = right,
            MaximumDuration = context.MaximumFaultDuration,
        },
        context.Time);
}
