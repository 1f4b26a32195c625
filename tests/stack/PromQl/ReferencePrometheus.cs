using System.Text.Json;
using System.Text.Json.Nodes;
using NovaCron.Validation.Environments;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Images;
using NovaCron.Validation.Tests.Stack.Containers;

namespace NovaCron.Validation.Tests.Stack.PromQl;

/// <summary>Prometheus 3.5, whose own parser answers over HTTP: the project's image of suite forky, made here where it is missing.</summary>
public sealed class ReferencePrometheus : IAsyncLifetime
{
    private const int Port = 9090;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, string> labels = new() { [EngineFixture.Label] = Guid.NewGuid().ToString("n")[..12] };
    private readonly HttpClient http = new() { Timeout = Timeout };
    private ContainerEngine engine = null!;

    /// <summary>Its version.</summary>
    public string Version { get; private set; } = "";

    public async Task InitializeAsync()
    {
        engine = await ContainerEngine.ConnectAsync(CancellationToken.None);
        var images = await new ImageBuilder(engine, ProjectRoot.Find(), "forky").EnsureAsync([ImageCatalogue.Prometheus], new Progress<string>(), CancellationToken.None);
        var network = await engine.CreateNetworkAsync(new NetworkSpec($"nvt-{labels[EngineFixture.Label]}-promql", false, labels), CancellationToken.None);
        var spec = new ContainerSpec { Image = images[ImageCatalogue.Prometheus], Name = $"nvt-{labels[EngineFixture.Label]}-prometheus" }
            .WithLabels(labels)
            .WithNetwork(network)
            .WithPortBinding(Port)
            .WithResourceMapping("global: {}\n", "/etc/prometheus/prometheus.yml")
            .WithWaitStrategy(Wait.ForHttp(Port, "/-/ready").WithTimeout(Timeout));
        var container = await engine.StartAsync(spec, CancellationToken.None);
        var port = (await container.InspectAsync(CancellationToken.None)).PublishedPorts[Port];
        http.BaseAddress = new Uri($"http://127.0.0.1:{port}/api/v1/");
        var build = JsonNode.Parse(await http.GetStringAsync("status/buildinfo"));
        Version = build!["data"]!["version"]!.GetValue<string>();
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await engine.RemoveAllAsync(labels, CancellationToken.None);
        await engine.DisposeAsync();
    }

    /// <summary>The tree of an expression, or why it is refused.</summary>
    public async Task<(JsonNode? Tree, string? Error)> ParseAsync(string expression) => await AskAsync("parse_query", expression);

    /// <summary>The canonical print of an expression, which breaks lines where they would pass 100 characters, or why it is refused.</summary>
    public async Task<(JsonNode? Text, string? Error)> FormatAsync(string expression) => await AskAsync("format_query", expression);

    private async Task<(JsonNode? Data, string? Error)> AskAsync(string path, string expression)
    {
        using var form = new FormUrlEncodedContent([new("query", expression)]);
        using var response = await http.PostAsync(path, form);
        var text = await response.Content.ReadAsStringAsync();
        var answer = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!;
        return answer["status"]!.GetValue<string>() == "success"
            ? (answer["data"], null)
            : answer["errorType"]!.GetValue<string>() == "bad_data" ? (null, answer["error"]!.GetValue<string>())
            : throw new InvalidOperationException($"Prometheus {Version} answered {path} of {expression} with {text}");
    }
}
