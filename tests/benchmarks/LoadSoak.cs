using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NovaCron.Validation.Scenarios.Load;
using NovaCron.Validation.Scenarios.Load.Steps;

namespace NovaCron.Validation.Tests.Benchmarks;

/// <summary>The load generator at its usual top rate over the loopback, and what it costs.</summary>
internal static class LoadSoak
{
    private const int RatePerSecond = 200;

    /// <summary>Prints rates, latencies and CPU seconds; returns 1 when a request was lost or failed.</summary>
    /// <param name="during">How long each load lasts.</param>
    /// <param name="connectionString">A PostgreSQL server to load as well; null for none.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<int> RunAsync(TimeSpan during, string? connectionString, TimeProvider clock, TextWriter output, CancellationToken cancellationToken)
    {
        await using var server = await StartServerAsync(cancellationToken);
        using var step = new HttpStep(new Uri(server.Urls.Single()), HttpCall.Get("/"));
        var idle = await MeasureAsync("no requests, server idle", during, clock, output, null, cancellationToken);
        var nothing = await MeasureAsync("a step that does nothing", during, clock, output, (_, _) => Task.FromResult(Response.Ok()), cancellationToken);
        var http = await MeasureAsync("HTTP, server in this process", during, clock, output, step.RunAsync, cancellationToken);
        var sql = connectionString is null || await MeasureSqlAsync(during, connectionString, clock, output, cancellationToken);
        return idle && nothing && http && sql ? 0 : 1;
    }

    private static async Task<bool> MeasureSqlAsync(TimeSpan during, string connectionString, TimeProvider clock, TextWriter output, CancellationToken cancellationToken)
    {
        await using var step = new SqlStep(connectionString);
        await step.PrepareAsync(cancellationToken);
        return await MeasureAsync("SQL, server outside", during, clock, output, step.RunAsync, cancellationToken);
    }

    private static async Task<bool> MeasureAsync(string name, TimeSpan during, TimeProvider clock, TextWriter output, Func<ScenarioContext, CancellationToken, Task<Response>>? run, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var simulation = run is null ? Simulation.Pause(during) : Simulation.Inject(RatePerSecond, TimeSpan.FromSeconds(1), during);
        var scenario = Scenario.Create(name, run ?? ((_, _) => Task.FromResult(Response.Ok()))).WithLoadSimulations(simulation);
        await using var load = await new LoadRunner(clock).StartAsync(scenario, cancellationToken);
        await load.Arrived.WaitAsync(cancellationToken);
        var statistics = await load.StopAsync(cancellationToken);
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalSeconds;

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: asked {statistics.AskedPerSecond:F1}/s, achieved {statistics.AchievedPerSecond:F1}/s, failed {statistics.Failed}, p50 {statistics.P50Ms:F2} ms, p99 {statistics.P99Ms:F2} ms, start lag p99 {statistics.StartLagP99Ms:F2} ms, CPU {cpu:F2} s in {statistics.ElapsedSeconds:F1} s ({100 * cpu / statistics.ElapsedSeconds:F1} % of a core)"));
        return statistics.Failed == 0 && statistics.Asked == (run is null ? 0 : RatePerSecond * (int)during.TotalSeconds);
    }

    private static async Task<WebApplication> StartServerAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(context => context.Response.WriteAsync("ok", context.RequestAborted));
        await server.StartAsync(cancellationToken);
        return server;
    }
}
