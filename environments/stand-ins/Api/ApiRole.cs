using System.Net.Sockets;
using NovaCron.Validation.StandIns.Api.Logging;

namespace NovaCron.Validation.StandIns.Api;

/// <summary>The stand-in's role of the NovaCron API, DWCP included.</summary>
internal static class ApiRole
{
    /// <summary>Exit code when the pod stopped as it was told to.</summary>
    public const int Stopped = 0;

    /// <summary>Exit code when it could not start; the log says why.</summary>
    public const int CannotStart = 1;

    /// <summary>Runs one API pod until it is cancelled, as it is on SIGTERM.</summary>
    /// <param name="args">Not used: a pod is set up by environment variables.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancelled = cancellationToken.Register(() => stop.TrySetResult());
        await using var output = Console.OpenStandardOutput();
        var log = new JsonLog(output, TimeProvider.System);
        try
        {
            var options = new ApiEnvironment(Environment.GetEnvironmentVariable).Read();
            await using var application = new ApiApplication(options, log, TimeProvider.System);
            await Task.Delay(options.WarmUp, cancellationToken);
            await application.StartAsync(cancellationToken);
            log.Write(
                LogSeverity.Info,
                "api",
                "listening",
                new LogField("address", application.Address.ToString()),
                new LogField("metrics", application.MetricsAddress.ToString()),
                new LogField("version", options.Version));
            await stop.Task;
            log.Write(LogSeverity.Info, "api", "stopping");
            return Stopped;
        }
        catch (Exception e) when (e is ArgumentException or IOException or SocketException)
        {
            log.Write(LogSeverity.Error, "api", $"error: the API cannot start: {e.Message}");
            return CannotStart;
        }
    }
}
