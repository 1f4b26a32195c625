using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers;

/// <content>Commands, files and output.</content>
public sealed partial class Container
{
    private static readonly TimeSpan ExecPace = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a command inside and waits for its end.</summary>
    /// <param name="command">Program and arguments, without a shell.</param>
    /// <param name="cancellationToken">Gives up waiting; the command goes on.</param>
    /// <returns>Exit code and output; a program that cannot be started gives 126 or 127.</returns>
    /// <exception cref="EngineException">The container does not run (<see cref="EngineException.StatusCode"/> 409), the command took too long, or the engine failed.</exception>
    public Task<ExecResult> ExecAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) => ExecAsync(new ExecSpec(command), cancellationToken);

    /// <summary>Runs a command inside and waits for its end.</summary>
    /// <param name="spec">The command, its user and its time.</param>
    /// <param name="cancellationToken">Gives up waiting; the command goes on.</param>
    /// <returns>Exit code and output; a program that cannot be started gives 126 or 127.</returns>
    /// <exception cref="EngineException">The container does not run (<see cref="EngineException.StatusCode"/> 409), the command took too long, or the engine failed.</exception>
    public async Task<ExecResult> ExecAsync(ExecSpec spec, CancellationToken cancellationToken)
    {
        var attempt = $"run `{string.Join(' ', spec.Command)}` in {this}";
        var body = new { AttachStdout = true, AttachStderr = true, Cmd = spec.Command, spec.User };
        var exec = (await Http.ReadAsync<Wire.Created>(EngineRequest.Post($"{Path}/exec", attempt, Timeouts.Change, body), cancellationToken)).Id;
        var request = EngineRequest.Post($"/exec/{exec}/start", attempt, spec.Timeout ?? Timeouts.Exec, new { Detach = false, Tty = false }) with
        {
            Passage = GatePassage.UntilHeaders,
            TimeoutMeaning = "It still runs, or the engine hangs; see the container's logs.",
        };
        var output = await ReadOutputAsync(request, cancellationToken);
        return new ExecResult(await ExitCodeAsync(exec, attempt, cancellationToken), output.Stdout, output.Stderr);
    }

    /// <summary>Copies a file in.</summary>
    public Task CopyInAsync(ContainerFile file, CancellationToken cancellationToken) => CopyInAsync([file], cancellationToken);

    /// <summary>Copies files in, all in one call.</summary>
    public async Task CopyInAsync(IReadOnlyList<ContainerFile> files, CancellationToken cancellationToken)
    {
        var archive = await FileArchive.PackAsync(files, cancellationToken);
        var content = new StreamContent(archive);
        content.Headers.ContentType = new("application/x-tar");
        var attempt = $"copy {string.Join(", ", files.Select(file => file.Path))} into {this}";
        await Http.CallAsync(new EngineRequest(HttpMethod.Put, $"{Path}/archive?path=/", attempt, Timeouts.Change) { Content = content }, cancellationToken);
    }

    /// <summary>The last lines that it wrote.</summary>
    /// <param name="tail">Lines; <see cref="int.MaxValue"/> for all that the engine has kept (10 MB).</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Standard output and standard error, in the order in which they were written.</returns>
    public async Task<string> LogsAsync(int tail, CancellationToken cancellationToken) => (await OutputAsync(tail, cancellationToken)).Merged;

    internal Task<LogStream> OutputAsync(int tail, CancellationToken cancellationToken)
    {
        var lines = tail == int.MaxValue ? "all" : $"{tail}";
        return ReadOutputAsync(EngineRequest.Get($"{Path}/logs?stdout=1&stderr=1&tail={lines}", $"read the output of {this}", Timeouts.Query), cancellationToken);
    }

    private async Task<LogStream> ReadOutputAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await Http.SendAsync(request, async (response, token) => await LogStream.ReadAsync(await response.Content.ReadAsStreamAsync(token), token), cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new EngineException($"Could not {request.Attempt}: the output from {Http.Endpoint} cannot be read: {e.Message}.", e);
        }
    }

    // The output ends a moment before the engine knows the exit code.
    private async Task<int> ExitCodeAsync(string exec, string attempt, CancellationToken cancellationToken)
    {
        var request = EngineRequest.Get($"/exec/{exec}/json", attempt, Timeouts.Query);
        var started = Http.Time.GetTimestamp();
        using var timer = new PeriodicTimer(ExecPace, Http.Time);
        while (Http.Time.GetElapsedTime(started) < Timeouts.Query)
        {
            if (await Http.ReadAsync<Wire.ExecInspection>(request, cancellationToken) is { Running: false, ExitCode: { } code })
            {
                return code;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        throw new EngineException($"Could not {attempt}: its output ended, but it still runs after {EngineErrors.Seconds(Timeouts.Query)}. Let the command keep its output open until it ends.");
    }
}
