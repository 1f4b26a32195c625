using NovaCron.Validation.Environments.Containers.Api;

namespace NovaCron.Validation.Environments.Containers;

/// <summary>A container on the engine. A handle only: it exists whether or not the container still does.</summary>
public sealed partial class Container
{
    internal Container(ContainerEngine engine, string id, string name)
    {
        Engine = engine;
        Id = id;
        Name = name;
    }

    /// <summary>Identifier, or whatever <see cref="ContainerEngine.Container"/> was given.</summary>
    public string Id { get; }

    /// <summary>Name, or whatever <see cref="ContainerEngine.Container"/> was given.</summary>
    public string Name { get; }

    internal ContainerEngine Engine { get; }

    private EngineHttp Http => Engine.Http;

    private EngineTimeouts Timeouts => Engine.Http.Timeouts;

    private string Path => $"/containers/{Uri.EscapeDataString(Id)}";

    /// <summary>State, addresses and published ports, as of now.</summary>
    /// <exception cref="EngineException">There is no such container (<see cref="EngineException.StatusCode"/> 404), or the engine failed.</exception>
    public async Task<ContainerInspection> InspectAsync(CancellationToken cancellationToken) =>
        Inspections.Of(await InspectWireAsync(cancellationToken));

    /// <inheritdoc/>
    public override string ToString() => $"container {Name}";

    internal Task<Wire.Inspection> InspectWireAsync(CancellationToken cancellationToken) =>
        Http.ReadAsync<Wire.Inspection>(EngineRequest.Get($"{Path}/json", $"inspect {this}", Timeouts.Query), cancellationToken);
}
