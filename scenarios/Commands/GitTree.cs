using System.Diagnostics;
using System.Formats.Tar;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>A folder as it was at a revision of the git repository that it belongs to.</summary>
internal static class GitTree
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Writes the folder's files of that revision into another folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="revision">Branch, tag or commit.</param>
    /// <param name="destination">An empty folder.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="UsageException">git is not there, does not know the revision, or the folder is in no repository or was not there then.</exception>
    public static async Task ExtractAsync(string folder, string revision, string destination, CancellationToken cancellationToken)
    {
        if (revision.StartsWith('-'))
        {
            throw new UsageException($"--against {revision} is neither a folder nor a git revision");
        }

        // From the top of the repository: inside a folder, archive would look for the folder's path a second time.
        using var output = new StreamReader(await GitAsync(folder, folder, revision, ["rev-parse", "--show-toplevel", "--show-prefix"], cancellationToken));
        var (top, prefix) = (await output.ReadLineAsync(cancellationToken) ?? folder, await output.ReadLineAsync(cancellationToken) ?? "");
        using var archive = await GitAsync(folder, top, revision, ["archive", "--format=tar", $"{revision}:{prefix}"], cancellationToken);
        try
        {
            await TarFile.ExtractToDirectoryAsync(archive, destination, overwriteFiles: false, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw new UsageException($"--against {revision}: what git gave cannot be unpacked: {failure.Message}", failure);
        }
    }

    // Runs in a folder, and speaks of the one that was asked for.
    private static async Task<MemoryStream> GitAsync(string folder, string place, string revision, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var git = Start(place, revision, arguments);
        try
        {
            var output = new MemoryStream();
            var error = git.StandardError.ReadToEndAsync(limit.Token);
            await git.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            await git.WaitForExitAsync(limit.Token);
            output.Position = 0;
            return git.ExitCode == 0 ? output
                : throw new UsageException($"--against {revision} is no folder, and git knows no such state of {folder}: {(await error).Trim().ReplaceLineEndings(" ")}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UsageException($"--against {revision}: git did not answer within {Limit.TotalSeconds:0} s");
        }
        finally
        {
            if (!git.HasExited)
            {
                git.Kill();
            }
        }
    }

    private static Process Start(string place, string revision, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", place, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new UsageException($"--against {revision} is no folder, and git, which might know it as a revision, cannot be started: {missing.Message}", missing);
        }
    }
}
