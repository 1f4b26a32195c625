using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Engine;

/// <summary>A small client of the Docker Engine API. Calls that change something run one at a time: dockerd can deadlock when two endpoints leave one network together.</summary>
/// <param name="socketPath">The engine's Unix socket.</param>
internal sealed class EngineClient(string socketPath) : IContainerEngine, IDisposable
{
    /// <summary>Longest wait for any call but the one that waits for a container's end.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    private readonly HttpClient http = new(EngineSocket.Handler(socketPath)) { BaseAddress = new Uri("http://engine/"), Timeout = Timeout.InfiniteTimeSpan };
    private readonly SemaphoreSlim oneChange = new(1, 1);

    /// <inheritdoc/>
    public async Task<string> CreateAsync(string name, JsonObject body, CancellationToken cancellationToken)
    {
        var created = await ChangeAsync(HttpMethod.Post, $"containers/create?name={Uri.EscapeDataString(name)}", body, [], cancellationToken);
        return created?["Id"]?.GetValue<string>() ?? throw new EngineFailure($"The engine created container {name} and told no identifier.");
    }

    /// <inheritdoc/>
    public Task StartAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Post, $"containers/{id}/start", null, [HttpStatusCode.NotModified], cancellationToken);

    /// <inheritdoc/>
    public async Task<InspectedContainer> InspectAsync(string id, CancellationToken cancellationToken) =>
        EngineAnswers.Container(await CallAsync(HttpMethod.Get, $"containers/{id}/json", null, [], CallTimeout, cancellationToken)
            ?? throw new EngineFailure($"The engine answered the inspection of container {id} with nothing."));

    /// <inheritdoc/>
    public async Task<int> WaitAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(HttpMethod.Post, $"containers/{id}/wait", null, [HttpStatusCode.NotFound], Timeout.InfiniteTimeSpan, cancellationToken);
        return answer?["StatusCode"]?.GetValue<int>() ?? -1;
    }

    /// <inheritdoc/>
    public Task SignalAsync(string id, string signal, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Post, $"containers/{id}/kill?signal={signal}", null, [HttpStatusCode.NotFound, HttpStatusCode.Conflict], cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Delete, $"containers/{id}?force=true&v=true", null, [HttpStatusCode.NotFound], cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListedContainer>> ListAsync(string label, string value, CancellationToken cancellationToken) =>
        EngineAnswers.Containers(await CallAsync(HttpMethod.Get, $"containers/json?all=true&filters={EngineAnswers.LabelFilter(label, value)}", null, [], CallTimeout, cancellationToken));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListedNetwork>> ListNetworksAsync(string label, string value, CancellationToken cancellationToken) =>
        EngineAnswers.Networks(await CallAsync(HttpMethod.Get, $"networks?filters={EngineAnswers.LabelFilter(label, value)}", null, [], CallTimeout, cancellationToken));

    /// <inheritdoc/>
    public Task RemoveNetworkAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Delete, $"networks/{id}", null, [HttpStatusCode.NotFound], cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        oneChange.Dispose();
    }

    private async Task<JsonNode?> ChangeAsync(HttpMethod method, string path, JsonObject? body, HttpStatusCode[] alsoFine, CancellationToken cancellationToken)
    {
        await oneChange.WaitAsync(cancellationToken);
        try
        {
            // A change once begun is seen through: one given up half way would leave a container that nobody knows.
            return await CallAsync(method, path, body, alsoFine, CallTimeout, CancellationToken.None);
        }
        finally
        {
            oneChange.Release();
        }
    }

    private async Task<JsonNode?> CallAsync(HttpMethod method, string path, JsonObject? body, HttpStatusCode[] alsoFine, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            var text = await response.Content.ReadAsStringAsync(limit.Token);
            if (response.IsSuccessStatusCode)
                return text.Length == 0 ? null : JsonNode.Parse(text);
            return alsoFine.Contains(response.StatusCode)
                ? null
                : throw new EngineFailure($"The engine at {socketPath} refused {method} /{path} with {(int)response.StatusCode}: {text.Trim()}", response.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineFailure($"The engine at {socketPath} did not answer {method} /{path} within {timeout.TotalSeconds} s; it may be wedged: restart it.");
        }
        catch (HttpRequestException exception)
        {
            throw new EngineFailure($"The engine at {socketPath} could not be asked {method} /{path}: {exception.Message}", null, exception);
        }
    }
}
