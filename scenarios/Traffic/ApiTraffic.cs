using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Load.Steps;

namespace NovaCron.Validation.Scenarios.Traffic;

/// <summary>Steady traffic to the API, as healthy clients cause it. Rates are per wall second and never scaled.</summary>
internal static class ApiTraffic
{
    private const int PerSecond = 20;
    private const int VirtualMachines = 5;
    private const string Body = """{"name":"vm-load","state":"running"}""";

    /// <summary>Nine reads of few machines to one write: nearly every read is a cache hit.</summary>
    public static Scenario ReadMostly(Cell cell)
    {
        var reads = Enumerable.Range(0, 9).Select(i => HttpCall.Get($"api/v1/vms/{(i % VirtualMachines) + 1}"));
        return Create(cell, [.. reads, HttpCall.Post("api/v1/vms", Body)]);
    }

    /// <summary>Reads of what needs neither database nor cache: the open DWCP streams.</summary>
    public static Scenario Streams(Cell cell) => Create(cell, [HttpCall.Get("api/v1/streams")]);

    private static Scenario Create(Cell cell, IReadOnlyList<HttpCall> calls)
    {
        var step = new HttpStep(cell.Api, calls);
        return Scenario.Create(CellNames.Api, step.RunAsync)
            .WithLoadSimulations(Simulation.Inject(PerSecond, TimeSpan.FromSeconds(1), null))
            .WithClean(() =>
            {
                step.Dispose();
                return Task.CompletedTask;
            });
    }
}
