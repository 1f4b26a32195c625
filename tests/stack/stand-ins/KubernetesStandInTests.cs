using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Engine;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.Tests.Stack.StandIns;

/// <summary>The role <c>kubernetes</c> as a process of its own, with the machine's engine.</summary>
public sealed class KubernetesStandInTests(EngineFixture fixture) : IClassFixture<EngineFixture>, IAsyncLifetime, IDisposable
{
    private const string Pods = "api/v1/namespaces/novacron/pods";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stand-in");
    private StandInProcess standIn = null!;
    private HttpClient api = null!;
    private X509Certificate2 authority = null!;

    public async Task InitializeAsync()
    {
        WriteAuthority();
        var port = FreePort();
        standIn = new StandInProcess("kubernetes", new Dictionary<string, string>
        {
            ["TLS_CA_CERT"] = Path.Combine(folder.FullName, "ca.crt"),
            ["TLS_CA_KEY"] = Path.Combine(folder.FullName, "ca.key"),
            ["SERVICE_ACCOUNT_TOKEN"] = Path.Combine(folder.FullName, "token"),
            ["SANDBOX_IMAGE"] = fixture.Image,
            ["CELL_NETWORK"] = fixture.Network,
            ["NAME_PREFIX"] = $"{fixture.Run}-",
            ["CELL_LABELS"] = $"{EngineFixture.Label}={fixture.Run}",
            ["ADVERTISE_ADDRESS"] = fixture.Gateway,
            ["HTTPS_PORT"] = $"{port}",
            ["HTTP_PORT"] = $"{FreePort()}",
            ["HOST_PROC"] = "/proc",
        });
        api = Client(port);
        await Eventually.GetsAsync(async () => await AnswersAsync() ? "yes" : null, () => $"the stand-in answers; it said: {standIn.Output}");
    }

    public async Task DisposeAsync()
    {
        api.Dispose();
        await standIn.DisposeAsync();
    }

    public void Dispose()
    {
        authority.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Runs_restarts_backs_off_and_replaces_real_pods()
    {
        (await api.PostAsJsonAsync("apis/apps/v1/namespaces/novacron/deployments", Deployment())).EnsureSuccessStatusCode();
        var pod = await PodAsync(found => Running(found), "a running pod");
        var address = pod.Text("status", "podIP");
        address.Should().NotBeNullOrEmpty();

        var first = await KillAsync(pod);
        var restarted = await PodAsync(found => Running(found) && Restarts(found) == 1, "the restart at once");
        (Started(restarted) - first).Should().BeLessThan(TimeSpan.FromSeconds(4));
        restarted.Text("status", "podIP").Should().Be(address);

        var second = await KillAsync(restarted);
        await PodAsync(found => Status(found).Text("state", "waiting", "reason") == "CrashLoopBackOff", "the back-off");
        (await ContainersAsync(pod)).Should().HaveCount(2, "the dead one stays until its successor is there");
        var again = await PodAsync(found => Running(found) && Restarts(found) == 2, "the restart after the back-off");
        (Started(again) - second).Should().BeCloseTo(TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(3));

        var cadvisor = await api.GetStringAsync("api/v1/nodes/node-1/proxy/metrics/cadvisor");
        cadvisor.Should().MatchRegex("""container_spec_memory_limit_bytes\{container="api",[^}]*\} 67108864""").And.MatchRegex("""container_spec_cpu_quota\{container="api",[^}]*\} 25000""")
            .And.MatchRegex("""container_memory_working_set_bytes\{container="",[^}]*\} [1-9]""").And.Contain("""container="POD",""").And.Contain("interface=\"eth0\"");

        (await api.DeleteAsync($"{Pods}/{pod.Text("metadata", "name")}?gracePeriodSeconds=0")).EnsureSuccessStatusCode();
        var successor = await PodAsync(found => Running(found) && found.Text("metadata", "uid") != pod.Text("metadata", "uid"), "the replacement");
        (await ContainersAsync(pod)).Should().BeEmpty();
        (await ContainersAsync(successor)).Select(container => container.Labels["io.kubernetes.container.name"]).Should().BeEquivalentTo("POD", "api");
    }

    private static JsonObject Status(JsonObject pod) => pod.Objects("status", "containerStatuses").FirstOrDefault() ?? [];

    private static bool Running(JsonObject pod) => Status(pod).At("state", "running") is not null;

    private static int? Restarts(JsonObject pod) => Status(pod).Number("restartCount");

    private static DateTimeOffset Started(JsonObject pod) => DateTimeOffset.Parse(Status(pod).Text("state", "running", "startedAt")!, System.Globalization.CultureInfo.InvariantCulture);

    private JsonObject Deployment() => JsonNode.Parse("""
        {"metadata":{"name":"novacron-api"},"spec":{"replicas":1,"selector":{"matchLabels":{"app":"novacron"}},"template":{"metadata":{"labels":{"app":"novacron"}},
         "spec":{"containers":[{"name":"api","image":"IMAGE","command":["sleep","infinity"],"resources":{"limits":{"cpu":"250m","memory":"64Mi"}}}]}}}}
        """.Replace("IMAGE", fixture.Image, StringComparison.Ordinal))!.AsObject();

    private async Task<DateTimeOffset> KillAsync(JsonObject pod)
    {
        // The one that is replaced may not be cleared away yet.
        var app = (await ContainersAsync(pod)).Where(container => container.Labels["io.kubernetes.container.name"] == "api")
            .MaxBy(container => int.Parse(container.Labels["annotation.io.kubernetes.container.restartCount"], System.Globalization.CultureInfo.InvariantCulture))!;
        await fixture.Engine.SignalAsync(app.Id, "SIGKILL", CancellationToken.None);
        return TimeProvider.System.GetUtcNow();
    }

    private async Task<List<ListedContainer>> ContainersAsync(JsonObject pod) =>
        [.. (await fixture.Engine.ListAsync("io.kubernetes.pod.uid", pod.Text("metadata", "uid")!, CancellationToken.None)).Where(container => container.Labels[EngineFixture.Label] == fixture.Run)];

    private Task<JsonObject> PodAsync(Func<JsonObject, bool> condition, string what) => Eventually.GetsAsync(
        async () => (await api.GetFromJsonAsync<JsonObject>(Pods)).Objects("items").FirstOrDefault(pod => condition(pod)),
        () => $"{what}; the stand-in said: {standIn.Output}");

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return (await api.GetAsync("healthz")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private HttpClient Client(int port)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority }, RevocationMode = X509RevocationMode.NoCheck };
        var handler = new SocketsHttpHandler { UseProxy = false, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } };
        var client = new HttpClient(handler) { BaseAddress = new Uri($"https://{fixture.Gateway}:{port}/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");
        return client;
    }

    private void WriteAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddHours(1));
        File.WriteAllText(Path.Combine(folder.FullName, "ca.crt"), authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder.FullName, "ca.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder.FullName, "token"), "secret");
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
