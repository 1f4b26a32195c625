using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Containers;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>PostgreSQL hanging under the API: the exporter hangs with it, and its series vanish.</summary>
internal sealed class PostgresPaused : SingleFault
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "postgres-paused",
        Done = "PostgreSQL's processes are frozen: connections are taken, and nobody answers",
        ShouldBeTold = "the database hangs",
        Symptoms = ImmutableSortedDictionary<string, string>.Empty
            .Add("HighErrorRate", "users of the API get errors, since its database does not answer")
            .Add("HighResponseTime", "users of the API wait, since its database does not answer"),
        ClosedBy = "DatabaseUnreachable",
    };

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Api | CellSystems.Postgres | CellSystems.Redis;

    // Requests that wait for the database keep the API from answering some of its scrapes, too.
    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["postgres-exporter", "novacron-api"];

    /// <inheritdoc/>
    public override CellBlueprint Shape(CellBlueprint blueprint) => FewStreams(blueprint);

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [ApiTraffic.ReadMostly(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new ContainerPause(Server(context, "postgres", 5432), context.Time));
}
