using System.Text;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring.Clients;

namespace NovaCron.Validation.Tests.Stack.Routing;

/// <summary>One real Alertmanager, with amtool beside it.</summary>
public sealed class AlertmanagerFixture : IAsyncLifetime
{
    private const int Port = 9093;
    private const string File = "/etc/alertmanager/alertmanager.yml";
    private const string Folder = "/routes/";

    private readonly string _run = Guid.NewGuid().ToString("n")[..12];
    private ContainerEngine _engine = null!;
    private Container _container = null!;

    public HttpClient Http { get; private set; } = null!;

    public AlertmanagerClient Client => new(Http);

    private Dictionary<string, string> Labels => new() { ["novacron-validation.test"] = _run };

    public async Task InitializeAsync()
    {
        _engine = await ContainerEngine.ConnectAsync(CancellationToken.None);
        var network = await _engine.CreateNetworkAsync(new NetworkSpec($"nvt-{_run}-routing", false, Labels), CancellationToken.None);
        var spec = new ContainerSpec { Image = TestImages.Alertmanager, Name = $"nvt-{_run}-alertmanager" }
            .WithLabels(Labels)
            .WithCommand($"--config.file={File}", "--storage.path=/alertmanager", "--cluster.listen-address=")
            .WithResourceMapping("route: {receiver: r}\nreceivers: [{name: r}]\n", File)
            .WithNetwork(network)
            .WithPortBinding(Port)
            .WithWaitStrategy(Wait.ForHttp(Port, "/-/ready"));
        _container = await _engine.StartAsync(spec, CancellationToken.None);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{(await _container.InspectAsync(CancellationToken.None)).PublishedPorts[Port]}/") };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _engine.RemoveAllAsync(Labels, CancellationToken.None);
        await _engine.DisposeAsync();
    }

    /// <summary>Lets Alertmanager work with another configuration.</summary>
    public async Task ReloadAsync(string configuration)
    {
        await _container.CopyInAsync(new ContainerFile(File, Encoding.UTF8.GetBytes(configuration)), CancellationToken.None);
        var answer = await Http.PostAsync("-/reload", null);
        answer.IsSuccessStatusCode.Should().BeTrue("Alertmanager takes the configuration: {0}\n{1}", await answer.Content.ReadAsStringAsync(), configuration);
    }

    /// <summary>Asks amtool, for every configuration and label set, which receivers the labels lead to.</summary>
    /// <returns>For each question the receivers, joined by commas; null where amtool refuses the configuration.</returns>
    public async Task<IReadOnlyList<string?>> RoutesAsync(IReadOnlyList<(string Configuration, IReadOnlyDictionary<string, string> Labels)> questions)
    {
        var files = questions.Select(q => q.Configuration).Distinct().Index().ToDictionary(c => c.Item, c => $"{Folder}{c.Index}.yml");
        var script = new StringBuilder("nl='\n'\n");
        foreach (var (configuration, labels) in questions)
        {
            var arguments = string.Join(' ', labels.Select(l => Quote($"{l.Key}=\"{l.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"")));

            // Its warnings come before the answer.
            script.Append($"if out=$(amtool config routes test --config.file={files[configuration]} {arguments} 2>/dev/null); then echo \"+${{out##*$nl}}\"; else echo -; fi\n");
        }

        await _container.CopyInAsync([.. files.Select(f => new ContainerFile(f.Value, Encoding.UTF8.GetBytes(f.Key))), new ContainerFile(Folder + "ask", Encoding.UTF8.GetBytes(script.ToString()))], CancellationToken.None);
        var result = await _container.ExecAsync(new ExecSpec(["sh", Folder + "ask"]) { Timeout = TimeSpan.FromMinutes(2) }, CancellationToken.None);
        var lines = result.Stdout.TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(questions.Count, result.Stderr);
        return [.. lines.Select(l => l[0] == '+' ? l[1..] : null)];
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

/// <summary>All tests that share the Alertmanager run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class AlertmanagerTests : ICollectionFixture<AlertmanagerFixture>
{
    public const string Name = "alertmanager";
}
