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
        var configuration = new Option<string>("--config") { HelpName = "NAME|DIR", Description = "documented, corrected, or a folder with prometheus.yml, rules/ and alertmanager.yml.", DefaultValueFactory = _ => "documented" };
        var alerts = new Option<string[]>("--alert") { HelpName = "NAME", Description = "Only these alerts; all where it is left out.", AllowMultipleArgumentsPerToken = true };
        var scale = new Option<string>("--time-scale") { HelpName = "N", Description = "N: every documented duration is divided by it; 1 runs the strategy's files byte for byte.", DefaultValueFactory = _ => "25" };
        var suite = new Option<string>("--suite") { HelpName = "trixie|forky", Description = "Debian suite whose servers are used: trixie or forky.", DefaultValueFactory = _ => "trixie" };
        var cells = new Option<string?>("--cells") { HelpName = "N", Description = "Cells at the same time; cores and memory decide where it is left out." };
        var images = new Option<string[]>("--image") { HelpName = "NAME=REF", Description = "NAME=REFERENCE: an image to use in place of a built one, e.g. novacron-api=REPOSITORY:TAG." };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "Folder for the result files; results/<run id> where it is left out." };
        var command = new Command(
            "run",
            """
            Drives load, injects each alert's fault, and judges what Prometheus, Alertmanager and the receivers made of it.

            Every alert has a cell of its own: a small complete stack. All is well for 15 documented minutes, the load comes close to the threshold, the
            fault is injected and proved at the faulted system itself, the alert must fire, arrive and resolve in time. known-defects.yaml beside the
            configuration is its ledger; it is strict in both directions.

            Examples:
              ./validate run
              ./validate run --config corrected --alert CacheDown ServiceDown
              ./validate run --config corrected --time-scale 10 --out /tmp/result

            Exit codes, the first that applies: 130 interrupted · 5 a roll-back failed · 2 usage or unreadable configuration ·
            3 the environment could not be set up or was lost · 4 a fault could not be injected or did not take effect ·
            1 a defect not in the ledger, or a ledger entry that no longer reproduces · 6 inconclusive · 0 all as expected.
            """)
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
            await using var interrupted = SayWhenInterrupted(display, cancellationToken);
            display.Step($"run {runId} · {options.ConfigurationName} · {options.Scale} · result in {folder}");
            var run = await new RunJob(options, runId, root, display, time).ExecuteAsync(results.Keep, cancellationToken);
            exitCode = await results.FinishAsync(run, cancellationToken);
            display.Complete();
        }

        results.Show(Terminal.Output());
        return (int)exitCode;
    }

    internal static string NewRunId(TimeProvider time) =>
        string.Create(CultureInfo.InvariantCulture, $"r{time.GetUtcNow():yyMMddHHmmss}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2))}");

    internal static CancellationTokenRegistration SayWhenInterrupted(IRunDisplay display, CancellationToken cancellationToken) =>
        cancellationToken.Register(display.Interrupt);

    internal static IRunDisplay CreateDisplay(TimeProvider time)
    {
        var console = Terminal.Error();
        return console.Profile.Capabilities.Ansi ? new TerminalDisplay(console, time) : new PlainDisplay(Console.Error, time);
    }
}
