using System.CommandLine;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;
using NovaCron.Validation.Scenarios.BlindSpots;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>blind-spots</c>: real incidents of which nobody is told, or too late, or something else.</summary>
internal static class BlindSpotsCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var configuration = new Option<string>("--config") { HelpName = "NAME|DIR", Description = "documented, corrected, or a folder with prometheus.yml, rules/ and alertmanager.yml.", DefaultValueFactory = _ => "documented" };
        var spots = new Option<string[]>("--spot") { HelpName = "NAME", Description = "Only these blind spots; all where it is left out.", AllowMultipleArgumentsPerToken = true };
        var scale = new Option<string>("--time-scale") { HelpName = "N", Description = "N: every documented duration is divided by it. Where Prometheus itself is killed N is 5 at most: its start takes real time.", DefaultValueFactory = _ => "25" };
        var suite = new Option<string>("--suite") { HelpName = "trixie|forky", Description = "Debian suite whose servers are used: trixie or forky.", DefaultValueFactory = _ => "trixie" };
        var cells = new Option<string?>("--cells") { HelpName = "N", Description = "Cells at the same time; cores and memory decide where it is left out." };
        var images = new Option<string[]>("--image") { HelpName = "NAME=REF", Description = "NAME=REFERENCE: an image to use in place of a built one, e.g. novacron-api=REPOSITORY:TAG." };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "Folder for the result files; results/<run id> where it is left out." };
        var names = string.Join(", ", BlindSpotCatalogue.All.Select(s => s.Promise.Spot));
        var command = new Command(
            "blind-spots",
            $"""
            Brings real incidents about that no alert was made for, and shows who was told what of each, and how late.

            Every incident has a cell of its own: all is well for 15 documented minutes, then the fault is injected, proved at the faulted system itself,
            and watched for as long as any alert of the configuration could take. A pulse that goes through the pipeline all the while proves that nobody
            was told because nothing told them. The outcome is one of: told, late, symptom (something true of it, and not what it is), wrong (something
            that is not so), nobody.

            Blind spots: {names}.

            Examples:
              ./validate blind-spots
              ./validate blind-spots --spot pod-deleted redis-paused

            {ForetoldBlindSpots.FileName} beside the configuration foretells the outcomes; it is strict in both directions. Exit codes, the first that applies:
            130 interrupted · 5 a roll-back failed · 2 usage or unreadable configuration · 3 the environment could not be set up or was lost ·
            4 a fault could not be injected or did not take effect · 1 an outcome other than foretold · 6 inconclusive · 0 all as foretold.
            """)
        {
            configuration, spots, scale, suite, cells, images, output,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(() =>
        {
            var run = RunOptions.Parse(
                root,
                parsed.GetValue(configuration)!,
                [],
                parsed.GetValue(scale)!,
                parsed.GetValue(suite)!,
                parsed.GetValue(cells),
                parsed.GetValue(images) ?? [],
                parsed.GetValue(output));
            return RunAsync(new BlindSpotOptions(run, BlindSpotCatalogue.Select(parsed.GetValue(spots) ?? [])), root, TimeProvider.System, cancellationToken);
        }));
        return command;
    }

    private static async Task<int> RunAsync(BlindSpotOptions options, string root, TimeProvider time, CancellationToken cancellationToken)
    {
        var runId = RunCommand.NewRunId(time);
        var folder = options.Run.Out ?? Path.Combine(root, "results", runId);
        var results = new BlindSpotFolder(folder, options, runId);
        ExitCode exitCode;
        await using (var display = RunCommand.CreateDisplay(time))
        {
            await using var interrupted = RunCommand.SayWhenInterrupted(display, cancellationToken);
            display.Step($"run {runId} · blind spots of {options.Run.ConfigurationName} · {options.Run.Scale} · result in {folder}");
            var start = time.GetTimestamp();
            var configuration = MonitoringConfiguration.Load(options.Run.ConfigurationFolder);
            var foretold = ForetoldBlindSpots.Load(options.Run.ConfigurationFolder);
            BlindSpotCatalogue.RefuseUnknown(foretold);
            // Rule files are for promtool to judge first; a scale that does not fit is told before anything is started.
            ConfigurationRenderer.Render(configuration, options.Run.Scale, new RenderOptions { SetAside = [.. configuration.RuleFiles.Select(f => f.Path)] });
            var (brought, leftovers) = await new EngineRun(options.Run, runId, root, display, time).ExecuteAsync(
                (context, token) => RunCellsAsync(options, configuration, foretold, context, display, results, start, time, token), cancellationToken);
            exitCode = results.Finish(brought with { Leftovers = leftovers, Wall = time.GetElapsedTime(start) }, foretold);
            display.Complete();
        }

        results.Show(Terminal.Output());
        return (int)exitCode;
    }

    private static async Task<BlindSpotRun> RunCellsAsync(
        BlindSpotOptions options, MonitoringConfiguration configuration, ForetoldBlindSpots foretold, RunContext context, IRunDisplay display, BlindSpotFolder results, long start, TimeProvider time, CancellationToken cancellationToken)
    {
        display.Step("asking promtool and amtool");
        var versions = new ComponentVersions(context).ReadAsync(cancellationToken);
        var prepared = await PreparedConfiguration.PrepareAsync(configuration, options.Run.Scale, new ConfigurationCheck(context), cancellationToken);
        var components = await versions;
        var setUp = time.GetElapsedTime(start);
        display.Step(options.Spots.Length == 1 ? "running one cell" : $"running {options.Spots.Length} cells side by side");
        var watch = WatchPlan.Of(configuration);
        display.Plan(new RunPlan([.. options.Spots.Select(s => new CellPlan(s.Promise.Spot, options.ScaleOf(s).ToWall(s.Quiet + watch.Watch + watch.Recovery)))], CellPlaces.Count(options.Run.Cells, options.Run.Scale)));
        await using var stalls = new StallWatch(time);
        using var cells = new BlindSpotBatch(options, prepared, context, stalls, display, time);
        return new BlindSpotRun { Components = components, SetUp = setUp, Spots = await cells.RunAsync(Keep, cancellationToken) };

        void Keep(BlindSpotRecord spot)
        {
            results.Keep(spot);
            display.End(CellEnd.Of(SpotComparison.Compare([(spot.Evidence.Promise, SpotJudge.Judge(spot.Evidence))], foretold)[0], spot.Failure));
        }
    }
}
