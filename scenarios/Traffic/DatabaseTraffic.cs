using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Load.Steps;

namespace NovaCron.Validation.Scenarios.Traffic;

/// <summary>Steady traffic to PostgreSQL. Rates are per wall second and never scaled.</summary>
internal static class DatabaseTraffic
{
    private const int PerSecond = 10;
    private const int Connections = 4;

    /// <summary>What every counter of pg_stat_database is late by.</summary>
    public static RealTimeConstant StatisticsFlush { get; } = new(
        "PostgreSQL's statistics flush", TimeSpan.FromSeconds(1), "PGSTAT_MIN_INTERVAL: a backend reports its counters at most once a second");

    /// <summary>Short transactions, a read and a write each.</summary>
    /// <param name="cell">Where.</param>
    /// <param name="perSecond">How many.</param>
    /// <param name="connections">Size of the pool; a transaction that finds none free waits.</param>
    public static Scenario ReadMostly(Cell cell, int perSecond = PerSecond, int connections = Connections)
    {
        var step = new SqlStep(cell.Database(), connections);
        return Scenario.Create("postgres", step.RunAsync)
            .WithInit(step.PrepareAsync)
            .WithLoadSimulations(Simulation.Inject(perSecond, TimeSpan.FromSeconds(1), null))
            .WithClean(async () => await step.DisposeAsync());
    }
}
