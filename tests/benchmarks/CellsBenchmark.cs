using System.Globalization;
using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Tests.Benchmarks;

/// <summary>How many cells a machine carries side by side, at N = 25 and without load, before a scrape or an evaluation is missed.</summary>
internal sealed class CellsBenchmark(TextWriter output, TimeProvider time)
{
    private static readonly TimeScale Scale = new(25);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(60);

    private static readonly CellSystems[] Kinds =
        [CellSystems.Api | CellSystems.Postgres | CellSystems.Redis, CellSystems.Postgres, CellSystems.Redis, CellSystems.Api];

    /// <summary>Measures one count after the other; ends at the first with a gap.</summary>
    public async Task<int> RunAsync(IEnumerable<int> counts, CancellationToken cancellationToken)
    {
        await using var engine = await ContainerEngine.ConnectAsync(cancellationToken);
        var images = await new ImageBuilder(engine, ProjectRoot.Find(), "trixie").EnsureAsync(
            new Dictionary<string, string>(), new Progress<string>(), cancellationToken);
        await output.WriteLineAsync("| cells | ready after s | missed scrapes | missed evaluations | scrape p50 ms | scrape p99 ms | CPU % of all cores | memory MiB | gone after s |");
        await output.WriteLineAsync("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var count in counts)
        {
            await using var session = await RunSession.StartAsync(engine, images, $"b{Environment.ProcessId}n{count}", time, cancellationToken);
            var row = await MeasureAsync(session.Context, count, cancellationToken);
            await output.WriteLineAsync(row.ToString());
            if (row.Gaps.HasGap)
            {
                await output.WriteLineAsync($"{count} cells are too many for this machine: scrapes or evaluations were missed");
                return 1;
            }
        }

        return 0;
    }

    private async Task<Row> MeasureAsync(RunContext run, int count, CancellationToken cancellationToken)
    {
        var memory = HostUsage.UsedMemoryBytes();
        var start = time.GetTimestamp();
        using var starter = new CellStarter(run);
        var files = Files();
        var cells = await Task.WhenAll(Enumerable.Range(0, count).Select(i => StartAsync(starter, files, i, cancellationToken)));
        var ready = time.GetElapsedTime(start);
        var before = HostUsage.BusyTicks();
        await Task.Delay(Measured, time, cancellationToken);
        var after = HostUsage.BusyTicks();
        var gaps = Gaps.Sum(await Task.WhenAll(cells.Select(c => new GapCount(c, Scale).CountAsync(Measured, time.GetUtcNow(), cancellationToken))));
        var used = HostUsage.UsedMemoryBytes() - memory;
        var end = time.GetTimestamp();
        await Task.WhenAll(cells.Select(c => c.DisposeAsync().AsTask()));
        return new Row(count, ready, gaps, (after.Busy - before.Busy) / (double)(after.All - before.All), used, time.GetElapsedTime(end));
    }

    private static async Task<Cell> StartAsync(CellStarter starter, MonitoringFiles files, int number, CancellationToken cancellationToken)
    {
        var blueprint = new CellBlueprint { Name = $"cell{number}", Systems = Kinds[number % Kinds.Length], Monitoring = files };
        var cell = await starter.StartAsync(blueprint, null, cancellationToken);
        await CellReadiness.WaitAsync(cell, cancellationToken);
        return cell;
    }

    private static MonitoringFiles Files()
    {
        var configuration = MonitoringConfiguration.Load(Path.Combine(ProjectRoot.Find(), "environments", "monitoring", "corrected"));
        return MonitoringFilesOf.Configuration(configuration, ConfigurationRenderer.Render(configuration, Scale), Scale);
    }

    private sealed record Row(int Cells, TimeSpan Ready, Gaps Gaps, double Cpu, long MemoryBytes, TimeSpan Gone)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"| {Cells} | {Ready.TotalSeconds:0.0} | {Gaps.Scrapes} | {Gaps.Evaluations} | {Gaps.ScrapeP50 * 1000:0} | {Gaps.ScrapeP99 * 1000:0} | {Cpu * 100:0} | {MemoryBytes >> 20} | {Gone.TotalSeconds:0.0} |");
    }
}
