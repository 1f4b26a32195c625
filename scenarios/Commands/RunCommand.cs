using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Scenarios.Display;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary><c>run</c>: the main job.</summary>
internal static class RunCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(string root)
    {
        var configuration = new Option<string>("--config") { Description = "documented, corrected, or a folder with prometheus.yml, rules/ and alertmanager.yml.", DefaultValueFactory = _ => "documented" };
        var alerts = new Option<string[]>("--alert") { Description = "Only these alerts; all where it is left out.", AllowMultipleArgumentsPerToken = true };
        var scale = new Option<string>("--time-scale") { Description = "N: every documented duration is divided by it; 1 runs the strategy's files byte for byte.", DefaultValueFactory = _ => "25" };
        var suite = new Option<string>("--suite") { Description = "Debian suite whose servers are used: trixie or forky.", DefaultValueFactory = _ => "trixie" };
        var cells = new Option<string?>("--cells") { Description = "Cells at the same time; cores and memory decide where it is left out." };
        var images = new Option<string[]>("--image") { Description = "NAME=REFERENCE: an image to use in place of a built one, e.g. novacron-api=REPOSITORY:TAG." };
        var output = new Option<string?>("--out") { Description = "Folder for the result files; results/<run id> where it is left out." };
        var command = new Command("run", "Drives load, injects each alert's fault, and judges what Prometheus, Alertmanager and the receivers made of it.")
        {
            configuration, alerts, scale, suite, cells, images, output,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(() =>
        {
            var options = RunOptions.Parse(
                root,
                parsed.GetValue(configuration)!,
                parsed.GetValue(alerts) ?? [],
                parsed.GetValue(scale)!,
                parsed.GetValue(suite)!,
                parsed.GetValue(cells),
                parsed.GetValue(images) ?? [],
                parsed.GetValue(output));
            return RunAsync(options, root, TimeProvider.System, cancellationToken);
        }));
        return command;
    }

    private static async Task<int> RunAsync(RunOptions options, string root, TimeProvider time, CancellationToken cancellationToken)
    {
        var runId = NewRunId(time);
        var folder = options.Out ?? Path.Combine(root, "results", runId);
        var results = new ResultFolder(folder, options, runId);
        ExitCode exitCode;
        await using (var display = CreateDisplay(time))
        {
            display.Step($"run {runId} · {options.ConfigurationName} · {options.Scale} · result in {folder}");
            var run = await new RunJob(options, runId, root, display, time).ExecuteAsync(results.Keep, cancellationToken);
            exitCode = await results.FinishAsync(run, cancellationToken);
        }

        results.Show(Terminal.Output());
        return (int)exitCode;
    }

    internal static string NewRunId(TimeProvider time) =>
        string.Create(CultureInfo.InvariantCulture, $"r{time.GetUtcNow():yyMMddHHmmss}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2))}");

    internal static IRunDisplay CreateDisplay(TimeProvider time)
    {
        if (Console.IsErrorRedirected)
        {
            return new PlainDisplay(Console.Error, time);
        }

        return new CellTable(Terminal.Error(), time);
    }
}
