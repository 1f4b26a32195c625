namespace NovaCron.Validation.Environments.Containers.Waits;

/// <summary>
/// Holds once the kernel's socket table of the container's network namespace shows a listener.
/// The table is read through the host's /proc where the process is seen there, else by a command inside.
/// </summary>
internal sealed record PortWait(int Port, TimeSpan Timeout) : WaitStrategy(Timeout)
{
    /// <inheritdoc/>
    public override string Describe() => $"a listener on TCP port {Port}";

    /// <inheritdoc/>
    public override async Task<bool> CheckAsync(Container container, CancellationToken cancellationToken)
    {
        var inspection = await container.InspectAsync(cancellationToken);
        var table = await ReadFromHostAsync(inspection, cancellationToken) ?? await ReadInsideAsync(container, cancellationToken);
        return SocketTable.HasListener(table, Port);
    }

    private static async Task<string?> ReadFromHostAsync(ContainerInspection inspection, CancellationToken cancellationToken)
    {
        var process = $"/proc/{inspection.Pid}";
        try
        {
            // The number means another process when the engine runs in a machine or namespace of its own.
            var cgroup = await File.ReadAllTextAsync($"{process}/cgroup", cancellationToken);
            return cgroup.Contains(inspection.Id, StringComparison.Ordinal)
                ? await File.ReadAllTextAsync($"{process}/net/tcp", cancellationToken) + await ReadIfThereAsync($"{process}/net/tcp6", cancellationToken)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<string> ReadIfThereAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : "";

    private static async Task<string> ReadInsideAsync(Container container, CancellationToken cancellationToken)
    {
        var result = await container.ExecAsync(["cat", "/proc/net/tcp", "/proc/net/tcp6"], cancellationToken);
        return result.Stdout.Length > 0
            ? result.Stdout
            : throw new EngineException($"Cannot read the sockets of {container}: `cat /proc/net/tcp` inside exited with {result.ExitCode}: {result.Stderr.Trim()}. Wait for a log line instead.");
    }
}
