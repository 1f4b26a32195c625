using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers;

/// <summary>A network on the engine. A handle only: it exists whether or not the network still does.</summary>
public sealed class Network
{
    private readonly ContainerEngine engine;

    internal Network(ContainerEngine engine, string id, string name)
    {
        this.engine = engine;
        Id = id;
        Name = name;
    }

    /// <summary>Identifier, or whatever <see cref="ContainerEngine.Network"/> was given.</summary>
    public string Id { get; }

    /// <summary>Name, or whatever <see cref="ContainerEngine.Network"/> was given.</summary>
    public string Name { get; }

    private string Path => $"/networks/{Uri.EscapeDataString(Id)}";

    /// <summary>Puts a container on it.</summary>
    /// <param name="container">The container, running or not.</param>
    /// <param name="aliases">DNS names of the container on this network.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">It is on it already, or the engine failed.</exception>
    public Task ConnectAsync(Container container, IReadOnlyList<string> aliases, CancellationToken cancellationToken)
    {
        var body = new { Container = container.Id, EndpointConfig = CreateRequest.Endpoint(aliases) };
        return engine.Http.CallAsync(EngineRequest.Post($"{Path}/connect", $"connect {container} to {this}", engine.Http.Timeouts.Change, body), cancellationToken);
    }

    /// <summary>Takes a container off it. Its address may be another when it comes back.</summary>
    /// <param name="container">The container, running or not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EngineException">It is not on it, or the engine failed.</exception>
    public Task DisconnectAsync(Container container, CancellationToken cancellationToken) => container.WithNetworksLockedAsync(() =>
    {
        var body = new { Container = container.Id, Force = true };
        return engine.Http.CallAsync(EngineRequest.Post($"{Path}/disconnect", $"disconnect {container} from {this}", engine.Http.Timeouts.Change, body), cancellationToken);
    }, cancellationToken);

    /// <summary>Removes it; nothing happens when it is already gone.</summary>
    /// <exception cref="EngineException">Containers are still on it (<see cref="EngineException.StatusCode"/> 403), or the engine failed.</exception>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var network = await engine.Http.ReadAsync<Wire.NetworkItem>(EngineRequest.Get(Path, $"inspect {this}", engine.Http.Timeouts.Query), cancellationToken);
            using var hold = await engine.Http.Gate.LockNetworksAsync([network.Id], cancellationToken);
            await engine.Http.CallAsync(EngineRequest.Delete(Path, $"remove {this}", engine.Http.Timeouts.Change), cancellationToken);
        }
        catch (EngineException e) when (e.StatusCode == Removal.NotFound)
        {
            // Gone already.
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"network {Name}";
}
