using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Postgres;
using NovaCron.Validation.Scenarios.Traffic;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>Every connection of PostgreSQL taken: its exporter, an ordinary role, gets none either, and what it would tell vanishes at that very moment.</summary>
internal sealed class ConnectionsExhausted : SingleFault
{
    /// <inheritdoc/>
    public override SpotPromise Promise { get; } = new()
    {
        Spot = "connections-exhausted",
        Done = "an ordinary role takes every connection that PostgreSQL has for ordinary roles",
        ShouldBeTold = "the database has no connection left",
        NamedBy = ["DatabaseConnectionPoolExhausted"],
        Patience = TimeSpan.FromMinutes(2),
        ClosedBy = "DatabaseUnreachable",
    };

    /// <inheritdoc/>
    public override CellSystems Systems => CellSystems.Postgres;

    // A scrape for which there is no connection may take too long: that is the incident's doing.
    /// <inheritdoc/>
    public override ImmutableArray<string> FaultedJobs => ["postgres-exporter"];

    /// <inheritdoc/>
    public override IReadOnlyList<Load.Scenario> CreateLoad(ScenarioCell context) => [DatabaseTraffic.ReadMostly(context.Cell)];

    /// <inheritdoc/>
    public override Task<IFault> CreateFaultAsync(ScenarioCell context, CancellationToken cancellationToken) =>
        Task.FromResult<IFault>(new ConnectionExhaustion(context.Cell.Database(), context.MaximumFaultDuration, context.Time));
}
