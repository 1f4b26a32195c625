using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers;

/// <summary>
/// A client of the Docker Engine API. At most four calls are in the engine at once, and of one network at most one
/// container is taken off at a time, since dockerd 20.10 deadlocks otherwise; both hold per instance, so use one per process.
/// </summary>
public sealed partial class ContainerEngine : IAsyncDisposable
{
    private ContainerEngine(EngineHttp http, string version, ApiVersion apiVersion)
    {
        Http = http;
        Version = version;
        ApiVersion = apiVersion.ToString();
        Probes = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = http.Timeouts.Connect };
    }

    /// <summary>Product and version of the engine, e.g. <c>20.10.24</c>.</summary>
    public string Version { get; }

    /// <summary>Version of the API that both sides speak, e.g. <c>1.41</c>.</summary>
    public string ApiVersion { get; }

    /// <summary>Path of the engine's Unix socket on the host; null when it is reached another way.</summary>
    public string? SocketPath => Http.Endpoint.SocketPath;

    internal EngineHttp Http { get; }

    /// <summary>HTTP to published ports.</summary>
    internal HttpClient Probes { get; }

    /// <summary>Finds an engine (<c>DOCKER_HOST</c>, then the usual sockets), negotiates the API version and connects.</summary>
    /// <exception cref="EngineException">None answers; the one-line message says what was tried and what to do.</exception>
    public static Task<ContainerEngine> ConnectAsync(CancellationToken cancellationToken) => ConnectAsync(new EngineOptions(), cancellationToken);

    /// <summary>Connects as the options say.</summary>
    /// <exception cref="EngineException">None answers; the one-line message says what was tried and what to do.</exception>
    public static Task<ContainerEngine> ConnectAsync(EngineOptions options, CancellationToken cancellationToken) =>
        ConnectAsync(options.Endpoint is { } given ? [EngineEndpoint.Parse(given)] : EngineEndpoint.Candidates(Environment.GetEnvironmentVariable), options, cancellationToken);

    /// <summary>What the engine says of its machine.</summary>
    public async Task<EngineInfo> InfoAsync(CancellationToken cancellationToken)
    {
        var info = await Http.ReadAsync<Wire.Info>(EngineRequest.Get("/info", "ask for the engine's description", Http.Timeouts.Query), cancellationToken);
        return new EngineInfo(
            info.OperatingSystem ?? "", info.KernelVersion ?? "", info.Architecture ?? "", info.NCPU, info.MemTotal,
            info.CgroupVersion ?? "1", info.Driver ?? "", info.ContainersRunning);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        Probes.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static async Task<ContainerEngine> ConnectAsync(IReadOnlyList<EngineEndpoint> candidates, EngineOptions options, CancellationToken cancellationToken)
    {
        var tried = new List<string>();
        Exception? last = null;
        foreach (var endpoint in candidates)
        {
            var http = EngineHttp.To(endpoint, options);
            try
            {
                return await NegotiateAsync(http, cancellationToken);
            }
            catch (EngineException e) when (e.InnerException is HttpRequestException cause)
            {
                http.Dispose();
                tried.Add(EngineErrors.Reason(endpoint, cause));
                last = cause;
            }
            catch
            {
                http.Dispose();
                throw;
            }
        }

        throw EngineErrors.NoneFound(tried, last);
    }

    private static async Task<ContainerEngine> NegotiateAsync(EngineHttp http, CancellationToken cancellationToken)
    {
        var request = EngineRequest.Get("/version", "ask the engine for its version", http.Timeouts.Query);
        var answer = await http.ReadAsync<Wire.VersionAnswer>(request, cancellationToken);
        var chosen = Api.ApiVersion.Negotiate(answer, http.Endpoint);
        var product = answer.Components is [{ Name: { } name }, ..] && name.Contains("Podman", StringComparison.Ordinal) ? "Podman " : "";
        return new ContainerEngine(http.At(chosen), $"{product}{answer.Version}", chosen);
    }
}
