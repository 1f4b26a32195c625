using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using NovaCron.Validation.Environments;

namespace NovaCron.Validation.Tests.Stack.EndToEnd;

/// <summary>A real <c>validate run</c> in a process of its own.</summary>
internal sealed class ValidateRun : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    // Runs in real time disturb each other when too many start at once; the gate is the machine's, hence the process's.
    private static readonly SemaphoreSlim Places = new(2 * Environment.ProcessorCount);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly string _folder;
    private readonly Task _reading;

    private ValidateRun(Process process, string folder)
    {
        _process = process;
        _folder = folder;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <summary>Everything that it has said so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Identifier of the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>The run's identifier, as it says at its start.</summary>
    public string RunId => _lines.Select(l => l.Split("run ", 2)).Where(p => p.Length == 2 && p[1].StartsWith('r')).Select(p => p[1].Split(' ')[0]).First();

    /// <summary>Starts a run as soon as the machine has a place for it; with <paramref name="ownGroup"/> it leads a process group of its own, with <paramref name="dockerHost"/> it is told of another engine.</summary>
    public static async Task<ValidateRun> StartAsync(IEnumerable<string> arguments, bool ownGroup = false, string? dockerHost = null)
    {
        await Places.WaitAsync();
        var root = ProjectRoot.Find();
        var folder = Directory.CreateTempSubdirectory("novacron-validation-test-").FullName;
        var program = Path.Combine(root, "artifacts", "bin", "NovaCron.Validation.Scenarios", "release", "NovaCron.Validation.Scenarios.dll");
        // Tests that a shell runs in the background inherit an ignored SIGINT, and would hand it on.
        List<string> command = ["env", "--default-signal=INT", .. ownGroup ? ["setsid", "--wait"] : Array.Empty<string>(), "dotnet", program, .. arguments];
        if (command.Contains("run") || command.Contains("blind-spots"))
        {
            command.AddRange(["--out", Path.Combine(folder, "result")]);
        }

        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root };
        command.Skip(1).ToList().ForEach(start.ArgumentList.Add);
        if (dockerHost is not null)
        {
            start.Environment["DOCKER_HOST"] = dockerHost;
        }

        return new ValidateRun(Process.Start(start)!, folder);
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<FinishedRun> ToEndAsync(params string[] arguments)
    {
        await using var run = await StartAsync(arguments);
        return await run.EndAsync();
    }

    /// <summary>Waits until it says something.</summary>
    public async Task SaysAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!_lines.Any(l => l.Contains(text, StringComparison.Ordinal)))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"the run ended with exit code {_process.ExitCode} before it said '{text}':\n{Output}");
            }

            await poll.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Sends a signal to the process, or to its whole group.</summary>
    public void Signal(int signal, bool group = false) => Signal(group ? -_process.Id : _process.Id, signal);

    /// <summary>Sends a signal to a process that the tests or the script have started.</summary>
    public static void Signal(int processId, int signal)
    {
        if (Kill(processId, signal) != 0)
        {
            throw new InvalidOperationException($"signal {signal} could not be sent to {processId}: error {Marshal.GetLastPInvokeError()}");
        }
    }

    /// <summary>Waits for the end.</summary>
    public async Task<FinishedRun> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        await _reading.WaitAsync(TimeSpan.FromSeconds(10));
        string[] files = [Path.Combine(_folder, "result", "run.json"), Path.Combine(_folder, "result", "blind-spots.json")];
        var file = files.FirstOrDefault(File.Exists);
        return new FinishedRun(_process.ExitCode, Output, file is null ? null : JsonDocument.Parse(await File.ReadAllTextAsync(file)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Places.Release();
        Directory.Delete(_folder, recursive: true);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
        }
    }
}

/// <summary>A run that has ended.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">All that it said.</param>
/// <param name="Result">Its run.json or blind-spots.json; null when it wrote none.</param>
internal sealed record FinishedRun(int ExitCode, string Output, JsonDocument? Result)
{
    /// <summary>An alert's entry in run.json.</summary>
    public JsonElement Alert(string alert) => Result!.RootElement.GetProperty("alerts").EnumerateArray()
        .Single(a => a.GetProperty("alert").GetString() == alert);

    /// <summary>A blind spot's entry in blind-spots.json.</summary>
    public JsonElement Spot(string spot) => Result!.RootElement.GetProperty("spots").EnumerateArray().Single(s => s.GetProperty("spot").GetString() == spot);

    /// <summary>A blind spot's outcome.</summary>
    public string? SpotOutcome(string spot) => Spot(spot).GetProperty("outcome").GetString();

    /// <summary>An alert's verdict.</summary>
    public string? Verdict(string alert) => Alert(alert).GetProperty("verdict").GetString();

    /// <summary>A stage of an alert.</summary>
    public JsonElement Stage(string alert, string stage) => Alert(alert).GetProperty("stages").EnumerateArray()
        .Single(s => s.GetProperty("stage").GetString() == stage);

    /// <summary>A stage's outcome.</summary>
    public string? Outcome(string alert, string stage) => Stage(alert, stage).GetProperty("outcome").GetString();

    /// <summary>A stage's sentence.</summary>
    public string Detail(string alert, string stage) => Stage(alert, stage).GetProperty("detail").GetString()!;
}
