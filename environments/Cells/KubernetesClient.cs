using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Environments.Cells;

/// <summary>What the suite asks of a cell's Kubernetes API.</summary>
public sealed class KubernetesClient : IDisposable
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);
    private const string Nodes = "api/v1/nodes";
    private readonly HttpClient _http;

    internal KubernetesClient(int port, RunContext run)
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(X509Certificate2.CreateFromPem(run.Authority.CertificatePem));
        var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { TargetHost = "kubernetes.default.svc", CertificateChainPolicy = trust },
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri($"https://127.0.0.1:{port}/"), Timeout = CallTimeout };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", run.ServiceAccountToken);
    }

    /// <summary>Creates an object, as <c>kubectl create</c> does.</summary>
    /// <param name="collection">Path of the collection, e.g. <c>apis/apps/v1/namespaces/novacron/deployments</c>.</param>
    /// <param name="manifest">The object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ObservationException">The API refused it or did not answer.</exception>
    public Task CreateAsync(string collection, object manifest, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, collection, JsonContent.Create(manifest), cancellationToken);

    /// <summary>Deletes a pod; its Deployment replaces it under a new name.</summary>
    /// <exception cref="ObservationException">The API refused it or did not answer.</exception>
    public Task DeletePodAsync(string pod, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, $"api/v1/namespaces/{CellNames.Namespace}/pods/{pod}", null, cancellationToken);

    /// <summary>Sets how many pods the API's Deployment keeps, as <c>kubectl scale</c> does.</summary>
    /// <exception cref="ObservationException">The API refused it or did not answer.</exception>
    public Task ScaleAsync(int replicas, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, $"apis/apps/v1/namespaces/{CellNames.Namespace}/deployments/{CellNames.Api}/scale", JsonContent.Create(new { spec = new { replicas } }), cancellationToken);

    /// <summary>The cluster's nodes as the API shows them, by name.</summary>
    /// <exception cref="ObservationException">The API did not answer.</exception>
    public async Task<ImmutableSortedDictionary<string, JsonElement>> NodesAsync(CancellationToken cancellationToken)
    {
        using var list = await SendAsync(HttpMethod.Get, Nodes, null, cancellationToken);
        return list.RootElement.GetProperty("items").EnumerateArray().ToImmutableSortedDictionary(n => n.GetProperty("metadata").GetProperty("name").GetString()!, n => n.Clone());
    }

    /// <summary>Deletes a node, as a cloud does that has taken the machine away; the pods on it go with it.</summary>
    /// <exception cref="ObservationException">The API refused it or did not answer.</exception>
    public Task DeleteNodeAsync(string node, CancellationToken cancellationToken) => SendAsync(HttpMethod.Delete, $"{Nodes}/{node}", null, cancellationToken);

    /// <summary>Registers a node, as its kubelet does when it starts.</summary>
    /// <param name="node">The node, as <see cref="NodesAsync"/> showed it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ObservationException">The API refused it or did not answer.</exception>
    public Task RegisterNodeAsync(JsonElement node, CancellationToken cancellationToken)
    {
        var known = node.GetProperty("metadata");
        object metadata = new { name = known.GetProperty("name").GetString(), labels = known.GetProperty("labels") };
        return CreateAsync(Nodes, new { apiVersion = "v1", kind = "Node", metadata, spec = node.GetProperty("spec"), status = node.GetProperty("status") }, cancellationToken);
    }

    /// <summary>The API's pods.</summary>
    /// <exception cref="ObservationException">The API did not answer.</exception>
    public async Task<ImmutableArray<Pod>> PodsAsync(CancellationToken cancellationToken)
    {
        using var list = await SendAsync(HttpMethod.Get, $"api/v1/namespaces/{CellNames.Namespace}/pods", null, cancellationToken);
        return [.. list.RootElement.GetProperty("items").EnumerateArray().Select(Pod.Read)];
    }

    /// <summary>Whether the API answers.</summary>
    public async Task<bool> HealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("healthz", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonDocument> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            return answer.IsSuccessStatusCode
                ? JsonDocument.Parse(body)
                : throw new ObservationException($"{method} {path} of the Kubernetes API answered {(int)answer.StatusCode}: {body}");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new ObservationException($"{method} {path} of the Kubernetes API failed: {failure.Message}", failure);
        }
    }
}

/// <summary>A pod.</summary>
/// <param name="Name">Name.</param>
/// <param name="Address">Address of its sandbox; empty until it has one.</param>
/// <param name="Restarts">Restarts of its containers so far.</param>
/// <param name="Ready">Whether its containers run.</param>
public sealed record Pod(string Name, string Address, int Restarts, bool Ready)
{
    internal static Pod Read(JsonElement pod)
    {
        var status = pod.GetProperty("status");
        var containers = status.TryGetProperty("containerStatuses", out var list) ? list.EnumerateArray().ToList() : [];
        return new Pod(
            pod.GetProperty("metadata").GetProperty("name").GetString()!,
            status.TryGetProperty("podIP", out var address) ? address.GetString() ?? "" : "",
            containers.Sum(c => c.TryGetProperty("restartCount", out var count) ? count.GetInt32() : 0),
            containers.Count > 0 && containers.TrueForAll(c => c.TryGetProperty("ready", out var ready) && ready.GetBoolean()));
    }
}
