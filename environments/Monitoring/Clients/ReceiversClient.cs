using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Environments.Monitoring.Clients;

/// <summary>
/// The receivers' stand-in, asked what it got: <c>GET requests?after=SEQUENCE</c> answers a JSON list of requests whose members are those of
/// <see cref="ReceivedRequest"/> in camel case. Every method throws an <see cref="ObservationException"/> when there is no usable answer within the timeout of a call.
/// </summary>
/// <param name="http">A client whose base address is the stand-in's.</param>
/// <param name="timeout">How long one call may take, wall time; 5 s unless given.</param>
/// <param name="time">The clock; the system's unless given.</param>
public sealed class ReceiversClient(HttpClient http, TimeSpan? timeout = null, TimeProvider? time = null)
{
    private readonly HttpObserver observer = new("the receivers' stand-in", http, timeout ?? HttpObserver.DefaultTimeout, time ?? TimeProvider.System);

    /// <summary>The requests that arrived after one, in order of arrival.</summary>
    /// <param name="after">Sequence number of the last request that is known; 0 for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ImmutableArray<ReceivedRequest>> RequestsAsync(long after, CancellationToken cancellationToken) =>
        observer.AskAsync<ImmutableArray<ReceivedRequest>>(
            string.Create(CultureInfo.InvariantCulture, $"what arrived after request {after}"),
            () => new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"requests?after={after}")),
            root => [.. root.EnumerateArray().Select((r, i) => Read(r, after + i + 1))],
            cancellationToken);

    // A gap would be a message that nobody judges.
    private static ReceivedRequest Read(JsonElement request, long expected) => new(
        request.GetProperty("sequence").GetInt64() is var sequence && sequence == expected
            ? sequence
            : throw new FormatException($"request {expected} is missing; request {sequence} stands in its place"),
        request.Time("receivedAt"),
        request.GetProperty("host").GetString() ?? "",
        request.GetProperty("method").GetString() ?? "",
        request.GetProperty("path").GetString() ?? "",
        request.TextMap("headers"),
        request.GetProperty("body").GetString() ?? "",
        request.GetProperty("statusCode").GetInt32());
}
