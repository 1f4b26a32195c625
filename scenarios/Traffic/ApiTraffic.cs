using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Load.Steps;

namespace NovaCron.Validation.Scenarios.Traffic;

/// <summary>Steady traffic to the API, as healthy clients cause it. Rates are per wall second and never scaled.</summary>
internal static class ApiTraffic
{
    private const int PerSecond = 10;
    private const int VirtualMachines = 5;
    private const string Body = """{"name":"vm-load","state":"running"}""";

    /// <summary>Nine reads of few machines to one write: nearly every read is a cache hit.</summary>
    public static Scenario ReadMostly(Cell cell) => Create(cell, PerSecond, [.. Enumerable.Range(0, 9).Select(Read), Add]);

    /// <summary>Reads of what needs neither database nor cache: the open DWCP streams.</summary>
    public static Scenario Streams(Cell cell) => Create(cell, PerSecond, [HttpCall.Get("api/v1/streams")]);

    /// <summary>
    /// Of 120 requests 12 add a machine and one changes one, the rest reads. They come so often that a window of 12 s holds sixteen changes:
    /// their share is then steady to a few per cent of itself.
    /// </summary>
    public static Scenario WithRareChanges(Cell cell) => Create(cell, 160, RareChanges);

    /// <summary>Five writes to three reads, so seldom that the requests that wait for a lock of some seconds are fewer than the API's connections to its database.</summary>
    public static Scenario MostlyWrites(Cell cell) => Create(cell, 8, [Add, Read(0), Add, Read(1), Add, Add, Read(2), Add]);

    /// <summary>The requests of <see cref="WithRareChanges"/>, in their order.</summary>
    internal static IReadOnlyList<HttpCall> RareChanges { get; } =
        [.. Enumerable.Range(0, 120).Select(i => i == 5 ? HttpCall.Put("api/v1/vms/1", Body) : i % 10 == 0 ? Add : Read(i))];

    private static HttpCall Add => HttpCall.Post("api/v1/vms", Body);

    private static HttpCall Read(int i) => HttpCall.Get($"api/v1/vms/{(i % VirtualMachines) + 1}");

    private static Scenario Create(Cell cell, int perSecond, IReadOnlyList<HttpCall> calls)
    {
        var step = new HttpStep(cell.Api, calls);
        return Scenario.Create(CellNames.Api, step.RunAsync)
            .WithLoadSimulations(Simulation.Inject(perSecond, TimeSpan.FromSeconds(1), null))
            .WithClean(() =>
            {
                step.Dispose();
                return Task.CompletedTask;
            });
    }
}
