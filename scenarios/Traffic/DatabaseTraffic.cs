using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Load.Steps;

namespace NovaCron.Validation.Scenarios.Traffic;

/// <summary>Steady traffic to PostgreSQL. Rates are per wall second and never scaled.</summary>
internal static class DatabaseTraffic
{
    private const int PerSecond = 20;

    /// <summary>Short transactions, a read and a write each.</summary>
    public static Scenario ReadMostly(Cell cell)
    {
        var step = new SqlStep(cell.Database());
        return Scenario.Create("postgres", step.RunAsync)
            .WithInit(step.PrepareAsync)
            .WithLoadSimulations(Simulation.Inject(PerSecond, TimeSpan.FromSeconds(1), null))
            .WithClean(async () => await step.DisposeAsync());
    }
}
