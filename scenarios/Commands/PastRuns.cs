using System.CommandLine;
using NovaCron.Validation.Assertions.Trends;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>The results of past runs that a command looks at.</summary>
internal static class PastRuns
{
    /// <summary>The option that names them.</summary>
    public static Option<string?> Option() => new("--results") { Description = "Folder with the result folders of past runs; results where it is left out.", HelpName = "DIR" };

    /// <summary>Reads them, the oldest first; files that are no results are told on standard error, one line each.</summary>
    /// <param name="root">The project's root folder.</param>
    /// <param name="folder">As typed; null for the project's own.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UsageException">A folder was named that is not there.</exception>
    public static async Task<RunHistory> ReadAsync(string root, string? folder, CancellationToken cancellationToken)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new UsageException($"--results {folder} is no folder; name one that holds result folders, each with its run.json");
        }

        var history = await RunHistory.ReadAsync(folder ?? Path.Combine(root, "results"), cancellationToken);
        foreach (var line in history.Unreadable)
        {
            await Console.Error.WriteLineAsync($"validate: passed over {line}");
        }

        return history;
    }
}
