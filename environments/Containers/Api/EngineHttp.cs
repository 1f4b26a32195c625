using System.Net.Sockets;
using System.Text.Json;

namespace NovaCron.Validation.Environments.Containers.Api;

/// <summary>HTTP to the engine: through the gate, within a time, and every failure as an <see cref="EngineException"/>.</summary>
internal sealed class EngineHttp(EngineEndpoint endpoint, HttpClient client, EngineGate gate, EngineOptions options, string prefix) : IDisposable
{
    /// <summary>Where the engine is.</summary>
    public EngineEndpoint Endpoint => endpoint;

    /// <summary>Limits on what goes on at once.</summary>
    public EngineGate Gate => gate;

    /// <summary>How patient to be.</summary>
    public EngineTimeouts Timeouts => options.Timeouts;

    /// <summary>The clock that times the calls.</summary>
    public TimeProvider Time => options.Time;

    /// <summary>HTTP to an endpoint, without a version in the path.</summary>
    public static EngineHttp To(EngineEndpoint endpoint, EngineOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = options.Timeouts.Connect,
            ConnectCallback = (_, cancellationToken) => ConnectAsync(endpoint, cancellationToken),
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
        var client = new HttpClient(handler) { BaseAddress = new Uri("http://engine"), Timeout = Timeout.InfiniteTimeSpan };
        return new EngineHttp(endpoint, client, new EngineGate(), options, "");
    }

    /// <summary>The same connection with a version in the path.</summary>
    public EngineHttp At(ApiVersion version) => new(endpoint, client, gate, options, $"/v{version}");

    /// <summary>Makes a call and reads the whole answer.</summary>
    /// <exception cref="EngineException">The engine refused, failed, hung or could not be reached.</exception>
    public Task<EngineReply> CallAsync(EngineRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, async (response, token) => new EngineReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(token)), cancellationToken);

    /// <summary>Makes a call and reads its answer as JSON.</summary>
    /// <exception cref="EngineException">As <see cref="CallAsync"/>, or the answer is of another form.</exception>
    public async Task<T> ReadAsync<T>(EngineRequest request, CancellationToken cancellationToken) =>
        Parse<T>(request, (await CallAsync(request, cancellationToken)).Body);

    /// <summary>Reads an answer as JSON.</summary>
    /// <exception cref="EngineException">It is of another form.</exception>
    public T Parse<T>(EngineRequest request, string body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Wire.Options) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new EngineException($"Could not {request.Attempt}: the engine at {endpoint} answered something that cannot be read as {typeof(T).Name} ({e.Message}). Is it a Docker-compatible engine?", e);
        }
    }

    /// <summary>Makes a call and hands its answer, headers read, to a reader; the request's time covers both.</summary>
    /// <exception cref="EngineException">The engine refused, failed, hung or could not be reached.</exception>
    public async Task<T> SendAsync<T>(EngineRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var hold = request.Passage is GatePassage.None ? null : await gate.EnterAsync(cancellationToken);
        using var limit = new CancellationTokenSource(request.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await TranslateAsync(request, async () =>
        {
            using var response = await BeginAsync(request, either.Token);
            if (request.Passage is GatePassage.UntilHeaders)
            {
                hold?.Dispose();
            }

            return await read(response, either.Token);
        }, cancellationToken);
    }

    /// <summary>Makes a call whose answer never ends by itself; the request's time covers only its beginning.</summary>
    /// <returns>The answer; dispose it to hang up.</returns>
    /// <exception cref="EngineException">The engine refused, failed, hung or could not be reached.</exception>
    public async Task<HttpResponseMessage> OpenAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        using var hold = await gate.EnterAsync(cancellationToken);
        using var limit = new CancellationTokenSource(request.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        return await TranslateAsync(request, () => BeginAsync(request, either.Token), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> BeginAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, prefix + request.Path) { Content = request.Content };
        var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var status = (int)response.StatusCode;
        if (status < 400 || request.Accepted.Contains(status))
        {
            return response;
        }

        using (response)
        {
            throw EngineErrors.Answered(endpoint, request.Attempt, status, await response.Content.ReadAsStringAsync(cancellationToken));
        }
    }

    private async Task<T> TranslateAsync<T>(EngineRequest request, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw EngineErrors.TimedOut(endpoint, request);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw EngineErrors.Unreachable(endpoint, request.Attempt, e);
        }
    }

    private static async ValueTask<Stream> ConnectAsync(EngineEndpoint endpoint, CancellationToken cancellationToken)
    {
        var socket = endpoint.SocketPath is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await (endpoint.SocketPath is { } path
                ? socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken)
                : socket.ConnectAsync(endpoint.Host!, endpoint.Port, cancellationToken));
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
