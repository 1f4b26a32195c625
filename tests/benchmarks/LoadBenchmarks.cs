using BenchmarkDotNet.Attributes;
using NovaCron.Validation.Scenarios.Load;

namespace NovaCron.Validation.Tests.Benchmarks;

/// <summary>What the load generator itself costs, per request: it shares the machine with the cells that it loads.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private const int Requests = 10_000;

    private readonly LatencyHistogram histogram = new();
    private readonly TimeSpan[] durations = [.. Enumerable.Range(0, Requests).Select(i => TimeSpan.FromMicroseconds((i * 7919L) % 200_000))];

    [GlobalSetup]
    public void Fill()
    {
        foreach (var duration in durations)
        {
            histogram.Record(duration);
        }
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public void Record()
    {
        foreach (var duration in durations)
        {
            histogram.Record(duration);
        }
    }

    [Benchmark]
    public TimeSpan? Percentile() => histogram.Percentile(99);

    [Benchmark(OperationsPerInvoke = Requests)]
    public TimeSpan Plan()
    {
        var last = TimeSpan.Zero;
        foreach (var arrival in new ArrivalPlan([Simulation.Inject(200, TimeSpan.FromSeconds(1), null)]).Arrivals().Take(Requests))
        {
            last = arrival.At;
        }

        return last;
    }

    /// <summary>All arrivals are due at once, so that this is the work of a request without its waiting.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public async Task<long> Request()
    {
        var scenario = Scenario.Create("nothing", (_, _) => Task.FromResult(Response.Ok()))
            .WithMaxInFlight(Requests + 1)
            .WithLoadSimulations(Simulation.Inject(Requests, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)));
        var load = await new LoadRunner(TimeProvider.System).StartAsync(scenario, CancellationToken.None);
        await load.Arrived;
        return (await load.StopAsync(CancellationToken.None)).Ok;
    }
}
