using System.Net;
using System.Text.Json;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Environments.Monitoring.Clients;

/// <summary>Asks one system over HTTP and turns every way of getting no usable answer into an <see cref="ObservationException"/>.</summary>
/// <param name="system">What is asked, for messages.</param>
/// <param name="http">A client whose base address is the system's.</param>
/// <param name="timeout">How long one call may take.</param>
/// <param name="time">The clock of the timeout.</param>
internal sealed class HttpObserver(string system, HttpClient http, TimeSpan timeout, TimeProvider time)
{
    /// <summary>The time that one call may take unless told otherwise: half of a documented scrape timeout, long against the milliseconds of a healthy answer.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private const int QuotedLength = 400;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>Asks and reads the answer's JSON.</summary>
    /// <param name="what">What is asked, for messages.</param>
    /// <param name="request">Makes the request.</param>
    /// <param name="read">Reads the answer; may throw what a wrong shape makes it throw.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ObservationException">No usable answer.</exception>
    public async Task<T> AskAsync<T>(string what, Func<HttpRequestMessage> request, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var (status, uri, body) = await SendAsync(what, request, cancellationToken).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(body);
            if (status == HttpStatusCode.OK && !IsError(json.RootElement))
            {
                return read(json.RootElement);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException or ArgumentException)
        {
            if (status == HttpStatusCode.OK)
            {
                throw new ObservationException($"{Asked(what, uri)}; the answer has another shape ({e.Message}): {Quote(body)}. Is this address that of {system}?", e);
            }
        }

        throw new ObservationException($"{Asked(what, uri)}; it answered {(int)status} {status}: {Quote(body)}");
    }

    /// <summary>Asks and reads the answer's status only.</summary>
    /// <exception cref="ObservationException">No answer.</exception>
    public async Task<(HttpStatusCode Status, string Asked, string Body)> StatusAsync(string what, string path, CancellationToken cancellationToken)
    {
        var (status, uri, body) = await SendAsync(what, () => new HttpRequestMessage(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
        return (status, Asked(what, uri), Quote(body));
    }

    private async Task<(HttpStatusCode Status, Uri Uri, string Body)> SendAsync(string what, Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var request = create();
        var uri = http.BaseAddress is { } address && request.RequestUri is { } path ? new Uri(address, path) : request.RequestUri!;
        try
        {
            using var response = await http.SendAsync(request, both.Token).ConfigureAwait(false);
            return (response.StatusCode, uri, await response.Content.ReadAsStringAsync(both.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ObservationException($"{Asked(what, uri)}; no answer within {timeout.TotalSeconds:0.###} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
        {
            throw new ObservationException($"{Asked(what, uri)}; the connection failed: {e.Message}", e);
        }
    }

    private static bool IsError(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("status", out var status)
        && status.ValueKind == JsonValueKind.String && status.ValueEquals("error");

    private string Asked(string what, Uri uri) => $"asked {system} for {what} at {uri}";

    private static string Quote(string body) => body.Length == 0 ? "(nothing)" : body.Length <= QuotedLength ? body : body[..QuotedLength] + "…";
}
