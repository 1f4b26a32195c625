using System.Collections.Concurrent;
using System.Diagnostics;
using NovaCron.Validation.Environments.Containers;
using Xunit.Abstractions;

namespace NovaCron.Validation.Tests.Stack.Containers;

/// <summary>The engine survives what deadlocks it when removals of one network overlap: many starts and removals, side by side across networks.</summary>
[Collection(EngineTests.Name)]
public sealed class SoakTests(EngineFixture fixture, ITestOutputHelper output)
{
    private const int Networks = 4;
    private const int RemovalsPerNetwork = 25;
    private const int AtOncePerNetwork = 2;
    private const int TurnsAlone = 15;

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> milliseconds = new();

    [Fact]
    [Trait("Category", "soak")]
    public async Task The_engine_survives_a_hundred_removals_over_four_networks()
    {
        var total = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Networks).Select(CellAsync));
        total.Stop();
        await AloneAsync();
        foreach (var (operation, times) in milliseconds.OrderBy(pair => pair.Key))
        {
            output.WriteLine($"{operation}: n {times.Count}, p50 {Percentile(times, 0.5):F0} ms, p99 {Percentile(times, 0.99):F0} ms");
        }

        output.WriteLine($"in all {total.Elapsed.TotalSeconds:F1} s");
        milliseconds["remove"].Should().HaveCount(Networks * RemovalsPerNetwork);
        (await fixture.Engine.InfoAsync(CancellationToken.None)).Cpus.Should().BePositive("the engine still answers");
        (await fixture.Engine.ListContainersAsync(fixture.Labels, CancellationToken.None)).Should().NotContain(item => item.Name.Contains("soak"));
    }

    private async Task CellAsync(int cell)
    {
        var network = await TimedAsync("network create", () => fixture.NetworkAsync($"soak-{cell}"));
        await Parallel.ForEachAsync(Enumerable.Range(0, RemovalsPerNetwork), new ParallelOptions { MaxDegreeOfParallelism = AtOncePerNetwork }, async (turn, _) =>
        {
            var container = await TimedAsync("create and start", () => fixture.Engine.StartAsync(fixture.Sleeper($"soak-{cell}-{turn}").WithNetwork(network, "app"), CancellationToken.None));
            await TimedAsync("exec", () => container.ExecAsync(["true"], CancellationToken.None));
            await TimedAsync("inspect", () => container.InspectAsync(CancellationToken.None));
            await TimedAsync("remove", async () => { await container.RemoveAsync(CancellationToken.None); return true; });
        });
        await TimedAsync("network remove", async () => { await network.RemoveAsync(CancellationToken.None); return true; });
    }

    // The same without company, for what an operation takes by itself.
    private async Task AloneAsync()
    {
        var network = await fixture.NetworkAsync("soak-alone");
        for (var turn = 0; turn < TurnsAlone; turn++)
        {
            var container = await TimedAsync("alone: create and start", () => fixture.Engine.StartAsync(fixture.Sleeper($"soak-alone-{turn}").WithNetwork(network), CancellationToken.None));
            await TimedAsync("alone: exec", () => container.ExecAsync(["true"], CancellationToken.None));
            await TimedAsync("alone: inspect", () => container.InspectAsync(CancellationToken.None));
            await TimedAsync("alone: pause", async () => { await container.PauseAsync(CancellationToken.None); return true; });
            await TimedAsync("alone: unpause", async () => { await container.UnpauseAsync(CancellationToken.None); return true; });
            await TimedAsync("alone: kill", async () => { await container.KillAsync("KILL", CancellationToken.None); return true; });
            await TimedAsync("alone: remove when ended", async () => { await container.RemoveAsync(CancellationToken.None); return true; });
        }
    }

    private async Task<T> TimedAsync<T>(string operation, Func<Task<T>> action)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await action();
        milliseconds.GetOrAdd(operation, _ => []).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    private static double Percentile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
