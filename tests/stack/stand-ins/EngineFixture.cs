using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Engine;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.Tests.Stack.StandIns;

/// <summary>The machine's engine with a network of the test's own; everything that carries the test's label goes at its end.</summary>
public sealed class EngineFixture : IAsyncLifetime, IDisposable
{
    /// <summary>Name of the label that marks what a test made.</summary>
    public const string Label = "novacron-validation.test-run";

    private const string Socket = "/var/run/docker.sock";
    private const string SmallImage = "novacron-validation-test/busybox:kube";
    private readonly HttpClient http = new(EngineSocket.Handler(Socket)) { BaseAddress = new Uri("http://engine/") };

    internal EngineClient Engine { get; } = new(Socket);

    /// <summary>Value of the label.</summary>
    public string Run { get; } = $"stand-ins-{Guid.NewGuid():N}";

    /// <summary>An image with <c>sh</c> and <c>sleep</c>.</summary>
    public string Image { get; } = SmallImage;

    /// <summary>Name of the network.</summary>
    public string Network => Run;

    /// <summary>The host's address on the network.</summary>
    public string Gateway { get; private set; } = "";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await EnsureImageAsync();
        var created = await http.PostAsJsonAsync("networks/create", new JsonObject { ["Name"] = Run, ["Labels"] = new JsonObject { [Label] = Run } });
        created.EnsureSuccessStatusCode();
        var network = await http.GetFromJsonAsync<JsonObject>($"networks/{Run}");
        Gateway = network.Objects("IPAM", "Config").First().Text("Gateway")!;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var container in await Engine.ListAsync(Label, Run, CancellationToken.None))
            await Engine.RemoveAsync(container.Id, CancellationToken.None);
        foreach (var network in await Engine.ListNetworksAsync(Label, Run, CancellationToken.None))
            await Engine.RemoveNetworkAsync(network.Id, CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Engine.Dispose();
        http.Dispose();
    }

    // A statically linked busybox and its links are an image; nothing is fetched.
    private async Task EnsureImageAsync()
    {
        if ((await http.GetAsync($"images/{SmallImage}/json")).IsSuccessStatusCode)
            return;
        using var tar = BusyboxImage.Tar();
        using var content = new StreamContent(tar);
        var imported = await http.PostAsync("images/create?fromSrc=-&repo=novacron-validation-test/busybox&tag=kube", content);
        imported.EnsureSuccessStatusCode();
    }
}
