using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Containers;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>PostgreSQL dead under the API: the exporter says so in pg_up, or not at all, and no alert of the strategy asks.</summary>
internal sealed class PostgresKilled : SingleFault
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "postgres-killed",
        Done = "PostgreSQL's process is killed and stays dead",
        ShouldBeTold = "the database is down",
        Symptoms = ImmutableSortedDictionary<string, string>.Empty
            .Add("HighErrorRate", "users of the API get errors, since its database does not answer")
            .Add("HighResponseTime", "users of the API wait, since its database does not answer"),
        ClosedBy = "DatabaseUnreachable",
    };

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api | CellSystems.Postgres | CellSystems.Redis;

    // Until the exporter gives the server up, a scrape may take longer than Prometheus waits.
    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["postgres-exporter"];

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => FewStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.ReadMostly(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new ContainerKill(Server(context, "postgres", 5432), context.Time));
}
