using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>Turns what goes wrong with the engine into one line: attempt, place, answer, way out.</summary>
internal static class EngineErrors
{
    private const string StartEngine = "Start it, or run `./validate` as root on Debian or Ubuntu, which installs and starts one";

    /// <summary>The engine answered with an error.</summary>
    public static EngineException Answered(EngineEndpoint endpoint, string attempt, int status, string body)
    {
        var message = MessageIn(body);
        return new EngineException($"Could not {attempt}: the engine at {endpoint} answered {status}: {message}.{Advice(message)}") { StatusCode = status };
    }

    /// <summary>The engine took the call and did not answer in time.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="request">What was asked.</param>
    public static EngineException TimedOut(EngineEndpoint endpoint, EngineRequest request) => new(
        $"Could not {request.Attempt}: no end within {Seconds(request.Timeout)} at {endpoint}. "
        + (request.TimeoutMeaning ?? "The engine hangs (dockerd 20.10 can deadlock for good when containers are removed at the same time): restart the engine (`systemctl restart docker`, or end dockerd and run `./validate`), then `./validate recover`."))
    {
        EngineHangs = request.TimeoutMeaning is null,
    };

    /// <summary>No engine could be talked to.</summary>
    public static EngineException Unreachable(EngineEndpoint endpoint, string attempt, Exception cause) =>
        new($"Could not {attempt}: {Reason(endpoint, cause)}.", cause);

    /// <summary>None of the places has an engine that answers.</summary>
    /// <param name="tried">Every place with what came of it.</param>
    /// <param name="lastCause">The last failure; null when nothing was there at all.</param>
    public static EngineException NoneFound(IReadOnlyList<string> tried, Exception? lastCause) =>
        new($"No container engine to work with; tried {string.Join("; ", tried)}. {StartEngine}, or set DOCKER_HOST.", lastCause);

    /// <summary>Why an engine could not be talked to, and what to do, without a full stop.</summary>
    public static string Reason(EngineEndpoint endpoint, Exception cause)
    {
        for (var inner = cause; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket)
            {
                return socket.SocketErrorCode switch
                {
                    SocketError.AccessDenied => $"permission denied at {endpoint} (run as root or as a member of the socket's group, usually docker)",
                    SocketError.ConnectionRefused => $"connection refused at {endpoint} (nothing listens there; start the engine)",
                    SocketError.AddressNotAvailable when endpoint.SocketPath is not null => $"no socket at {endpoint} (start the engine)",
                    _ => $"{endpoint} is out of reach ({OneLine(socket.Message)})",
                };
            }
        }

        return $"the connection to {endpoint} broke off ({OneLine(cause.Message)}; did the engine stop?)";
    }

    /// <summary>Seconds with at most three decimals.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string MessageIn(string body)
    {
        try
        {
            return OneLine(JsonSerializer.Deserialize<Wire.Message>(body, Wire.Options)?.Text ?? body);
        }
        catch (JsonException)
        {
            return OneLine(body);
        }
    }

    private static string Advice(string message) => message switch
    {
        _ when message.Contains("No such image", StringComparison.OrdinalIgnoreCase) => " Images are never pulled implicitly: build or import this one first.",
        _ when message.Contains("is already in use by container", StringComparison.Ordinal)
            || message.Contains("already exists", StringComparison.Ordinal) => " It is left over from an earlier run: `./validate recover` removes it.",
        _ when message.Contains("non-overlapping IPv4 address pool", StringComparison.Ordinal) => " The engine has no subnet left: remove networks that nobody uses (`./validate recover`).",
        _ when message.Contains("no space left", StringComparison.OrdinalIgnoreCase) => " The engine's disk is full: free some space.",
        _ => "",
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
