using System.ComponentModel;
using System.Diagnostics;
using NovaCron.Validation.Environments.Images;

namespace NovaCron.Validation.Environments.RuleTesting;

/// <summary>promtool of this machine.</summary>
public sealed class HostRuleTester : IRuleTester
{
    private const string Name = "promtool";

    // A folder in memory, where there is one: promtool keeps a database of its own for each test.
    private const string Memory = "/dev/shm";
    private static readonly TimeSpan VersionLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly string _program;

    private HostRuleTester(string program, string description) => (_program, Description) = (program, description);

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Finds promtool on a search path.</summary>
    /// <param name="path">Folders, separated by colons, as in the environment variable PATH.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The tool; null where none of the folders has it.</returns>
    /// <exception cref="RuleTesterException">It is there and does not run.</exception>
    public static async Task<HostRuleTester?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var program = path.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, Name)).FirstOrDefault(File.Exists);
        if (program is null)
        {
            return null;
        }

        var (exitCode, output) = await RunAsync(program, ["--version"], Path.GetTempPath(), VersionLimit, cancellationToken);
        return exitCode == 0 ? new HostRuleTester(program, $"{FirstLine(output)} at {program}")
            : throw new RuleTesterException($"{program} --version ended with exit code {exitCode}: {FirstLine(output)}; mend it, or take it off the PATH");
    }

    /// <inheritdoc/>
    public async Task<string> TestAsync(RuleTestFiles files, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"novacron-validation-rules-{Guid.NewGuid():n}");
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var file in files.Rules.Concat(files.Tests))
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Content, cancellationToken);
            }

            var (_, output) = await RunAsync(_program, ["test", "rules", .. files.Tests.Select(t => t.Name)], folder, Limit, cancellationToken);
            return output;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RuleTesterException($"promtool's files could not be written to {folder}: {failure.Message}; make room there", failure);
        }
        finally
        {
            Remove(folder);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments, string folder, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            var (exitCode, output) = await HostCommand.RunAsync(Describe(program, arguments, folder), limit, cancellationToken);
            return exitCode != HostCommand.Late ? (exitCode, output) : throw new RuleTesterException($"promtool: {output}");
        }
        catch (Win32Exception failure)
        {
            throw new RuleTesterException($"{program} could not be started: {failure.Message}; mend it, or take it off the PATH", failure);
        }
    }

    // It needs nothing of the environment but a folder of its own, and nothing of the network.
    private static ProcessStartInfo Describe(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        start.Environment.Clear();
        start.Environment["TMPDIR"] = folder;
        start.Environment["HOME"] = folder;
        return start;
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What is left in memory is small, and must not hide what was found.
        }
    }
}
