using System.Diagnostics;
using System.Globalization;

namespace NovaCron.Validation.Tests.Benchmarks.Fuzz;

/// <summary>Gives <c>check</c> broken configurations for some minutes, and keeps those that it does not answer as it promises.</summary>
/// <param name="bases">Folders with real configurations.</param>
/// <param name="seed">Decides all cases.</param>
/// <param name="findings">Folder for what is found.</param>
/// <param name="output">Where to print.</param>
/// <param name="time">The clock.</param>
internal sealed class FuzzCampaign(IReadOnlyList<string> bases, int seed, string findings, TextWriter output, TimeProvider time)
{
    // A machine that is busy with something else makes a case no finding; only one that hangs takes so long.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    // More than this is refused to a worker, whose case then fails.
    private const long MostMemory = 500_000_000;

    private int _found;

    /// <summary>Runs it; 1 where something was found.</summary>
    public async Task<int> RunAsync(TimeSpan during)
    {
        var end = time.GetUtcNow() + during;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, until {end:HH:mm:ss}"));
        var next = 0;
        while (time.GetUtcNow() < end)
        {
            next = await WorkAsync(next, end);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {next} cases, {_found} findings{(_found > 0 ? $" in {findings}" : "")}"));
        return _found > 0 ? 1 : 0;
    }

    // Runs a worker until it ends or does not go on; returns the number of the case that is next.
    private async Task<int> WorkAsync(int first, DateTimeOffset end)
    {
        using var worker = Start(first, end);
        worker.StandardInput.Close();
        var errors = worker.StandardError.ReadToEndAsync();
        var number = first;
        var isRunning = false;
        try
        {
            while (await worker.StandardOutput.ReadLineAsync().WaitAsync(Hang, time) is { } line)
            {
                var words = line.Split(' ', 2);
                isRunning = words[0] == "begin";
                number = isRunning ? int.Parse(words[1], CultureInfo.InvariantCulture) : number;
                if (words[0] == "found")
                {
                    await KeepAsync(number, words[1].Replace(" ⏎ ", "\n", StringComparison.Ordinal));
                }
            }

            await worker.WaitForExitAsync();
            if (isRunning || worker.ExitCode != 0)
            {
                await KeepAsync(number, $"the process ended with {worker.ExitCode}:\n{await errors}");
            }
        }
        catch (TimeoutException)
        {
            worker.Kill();
            await KeepAsync(number, $"no end within {Hang.TotalSeconds:0} s");
        }

        return number + 1;
    }

    private Process Start(int first, DateTimeOffset end)
    {
        string[] arguments = [FuzzWorker.Name, seed.ToString(CultureInfo.InvariantCulture), first.ToString(CultureInfo.InvariantCulture), end.ToString("O", CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory.ToString("X", CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    private async Task KeepAsync(int number, string what)
    {
        _found++;
        var folder = Path.Combine(findings, string.Create(CultureInfo.InvariantCulture, $"{seed}-{number}"));
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var done = new FuzzCase(bases, seed, number).Write(folder);
        await File.WriteAllTextAsync(folder + ".txt", $"{done}\n\n{what}\n");
        await output.WriteLineAsync($"{folder}: {what.Split('\n')[0]} ({done})");
    }
}
