using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers;

/// <content>Networks.</content>
public sealed partial class ContainerEngine
{
    /// <summary>Creates a network.</summary>
    /// <exception cref="EngineException">The name is taken, no subnet is left, or the engine failed.</exception>
    public async Task<Network> CreateNetworkAsync(NetworkSpec spec, CancellationToken cancellationToken)
    {
        var body = new { spec.Name, CheckDuplicate = true, Driver = "bridge", spec.Internal, spec.Labels, spec.Options };
        var request = EngineRequest.Post("/networks/create", $"create network {spec.Name}", Http.Timeouts.Change, body);
        return new Network(this, (await Http.ReadAsync<Wire.Created>(request, cancellationToken)).Id, spec.Name);
    }

    /// <summary>A handle on an existing network.</summary>
    /// <param name="id">Identifier or name.</param>
    public Network Network(string id) => new(this, id, id);

    /// <summary>Networks that carry all the labels.</summary>
    /// <param name="labels">Labels; an empty value matches whatever the label's value is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<NetworkSummary>> ListNetworksAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken)
    {
        var request = EngineRequest.Get($"/networks?filters={Api.Labels.Filter(labels)}", "list networks", Http.Timeouts.Query);
        var networks = await Http.ReadAsync<Wire.NetworkItem[]>(request, cancellationToken);
        return [.. networks.Select(network => new NetworkSummary(network.Id, network.Name, network.Labels ?? []))];
    }
}
