using System.Globalization;
using System.Net.Http.Headers;

namespace NovaCron.Validation.Scenarios.Load.Steps;

/// <summary>A request of an HTTP load.</summary>
/// <param name="Method">Method.</param>
/// <param name="Path">Path and query, relative to the base address.</param>
/// <param name="JsonBody">Body, sent as JSON; null for none.</param>
public sealed record HttpCall(HttpMethod Method, string Path, string? JsonBody = null)
{
    /// <summary>Reads something.</summary>
    public static HttpCall Get(string path) => new(HttpMethod.Get, path);

    /// <summary>Writes something.</summary>
    public static HttpCall Post(string path, string jsonBody) => new(HttpMethod.Post, path, jsonBody);

    /// <summary>Changes something.</summary>
    public static HttpCall Put(string path, string jsonBody) => new(HttpMethod.Put, path, jsonBody);
}

/// <summary>
/// Sends HTTP requests: the calls in turn, each round of them to the next address, so that the mix and the spread over pods are even and
/// the same in every run. A status of 400 or above is a failure under that status.
/// </summary>
public sealed class HttpStep : IDisposable
{
    // Short, so that a name is resolved anew soon after a pod has come or gone.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    private readonly Func<IReadOnlyList<Uri>> addresses;
    private readonly IReadOnlyList<HttpCall> calls;
    private readonly HttpClient client;

    /// <summary>Creates the step; connections are opened by the first requests.</summary>
    /// <param name="addresses">Where to send to, asked before each request: pods come and go.</param>
    /// <param name="calls">What to send; at least one.</param>
    public HttpStep(Func<IReadOnlyList<Uri>> addresses, params IReadOnlyList<HttpCall> calls)
    {
        ArgumentOutOfRangeException.ThrowIfZero(calls.Count, nameof(calls));
        (this.addresses, this.calls) = (addresses, calls);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
            UseProxy = false,
        })
        {
            // The scenario's own timeout decides.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Creates the step for one address.</summary>
    public HttpStep(Uri address, params IReadOnlyList<HttpCall> calls) : this(() => [address], calls) { }

    /// <summary>Sends one request and reads its answer to the end.</summary>
    public async Task<Response> RunAsync(ScenarioContext context, CancellationToken cancellationToken)
    {
        var targets = addresses();
        if (targets.Count == 0)
        {
            return Response.Fail("no-address", $"'{context.ScenarioName}' has no address to send to at the moment");
        }

        var call = calls[(int)(context.InvocationNumber % calls.Count)];
        // Moves on after each round of calls: every address gets every call.
        var uri = new Uri(targets[(int)(context.InvocationNumber / calls.Count % targets.Count)], call.Path);
        try
        {
            return await SendAsync(call, uri, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            return Response.Fail(SocketStatus.Of(exception.InnerException) ?? exception.HttpRequestError.ToString(), $"{call.Method} {uri}: {exception.Message}");
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Response.Fail("connect-timeout", $"{call.Method} {uri}: no connection within {ConnectTimeout.TotalSeconds:0} s ({exception.Message})");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<Response> SendAsync(HttpCall call, Uri uri, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, uri);
        if (call.JsonBody is not null)
        {
            request.Content = new StringContent(call.JsonBody, new MediaTypeHeaderValue("application/json"));
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        // The answer was read into memory, so its length is known.
        var size = answer.Content.Headers.ContentLength ?? 0;
        return (int)answer.StatusCode >= 400
            ? Response.Fail(status, $"{call.Method} {uri} answered {status} {answer.ReasonPhrase}", size)
            : Response.Ok(status, size);
    }
}
