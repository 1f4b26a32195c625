using System.Diagnostics;

namespace NovaCron.Validation.Environments.Images;

/// <summary>Runs a program of the host and keeps what it said.</summary>
internal static class HostCommand
{
    /// <summary>The exit code of a program that did not end in time.</summary>
    public const int Late = -1;

    /// <summary>Runs to the end; the process tree is ended when cancelled or late.</summary>
    /// <returns>Exit code and the combined output.</returns>
    public static Task<(int ExitCode, string Output)> RunAsync(
        string program, IReadOnlyList<string> arguments, TimeSpan timeout, CancellationToken cancellationToken) =>
        RunAsync(Describe(program, arguments), timeout, cancellationToken);

    /// <summary>Runs to the end, in a folder and an environment of the caller's; the process tree is ended when cancelled or late.</summary>
    /// <returns>Exit code, <see cref="Late"/> for one that was ended, and the combined output.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start, TimeSpan timeout, CancellationToken cancellationToken)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var process = new Process { StartInfo = start };
        process.Start();
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return (Late, $"{start.FileName} did not end within {timeout.TotalSeconds:0} s");
        }
    }

    private static ProcessStartInfo Describe(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        return start;
    }
}
