using System.Collections.Immutable;
using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.Tests.Stack.Faults;

/// <summary>A real engine and one label for all that a test class creates; removed at its end.</summary>
public sealed class FaultFixture : IAsyncLifetime
{
    private const string Label = "novacron-validation.test";
    private readonly string _run = Guid.NewGuid().ToString("n")[..12];
    private int _count;

    public ContainerEngine Engine { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Labels => new Dictionary<string, string> { [Label] = _run };

    public async Task InitializeAsync() => Engine = await ContainerEngine.ConnectAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await Engine.RemoveAllAsync(Labels, CancellationToken.None);
        await Engine.DisposeAsync();
    }

    public string NextName(string name) => $"nvf-{_run}-{name}-{Interlocked.Increment(ref _count)}";

    public ContainerSpec Spec(string image, string name, params ReadOnlySpan<string> command) =>
        new ContainerSpec { Image = image, Name = NextName(name) }.WithLabels(Labels).WithCommand(command);

    public Task<Network> NetworkAsync(bool isInternal) =>
        Engine.CreateNetworkAsync(new NetworkSpec(NextName("net"), isInternal, Labels.ToImmutableSortedDictionary()), CancellationToken.None);

    /// <summary>Starts a server whose port is published on 127.0.0.1, and returns it with that port.</summary>
    public async Task<(Container Container, int Port)> StartServerAsync(ContainerSpec spec, int port) =>
        await StartServerAsync(spec, port, await NetworkAsync(isInternal: false));

    /// <summary>Starts a server on a network that others are on, and returns it with its port on 127.0.0.1.</summary>
    public async Task<(Container Container, int Port)> StartServerAsync(ContainerSpec spec, int port, Network network)
    {
        var container = await Engine.StartAsync(spec.WithNetwork(network).WithPortBinding(port).WithWaitStrategy(Wait.ForPort(port)), CancellationToken.None);
        return (container, (await container.InspectAsync(CancellationToken.None)).PublishedPorts[port]);
    }
}
