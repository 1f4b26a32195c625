using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using NovaCron.Validation.StandIns.Kubernetes;
using NovaCron.Validation.StandIns.Kubernetes.Controllers;
using NovaCron.Validation.StandIns.Kubernetes.Server;
using NovaCron.Validation.StandIns.Kubernetes.Store;
using NovaCron.Validation.StandIns.Tls;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Server;

public sealed class ApiServerTests : IAsyncLifetime, IDisposable
{
    private const string Api = "https://kubernetes.default.svc";
    private readonly TestAuthority authority = new();
    private readonly ManualTime time = new();
    private ResourceStore store = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        store = new ResourceStore(time, historyLength: 20);
        ClusterObjects.AddTo(store, "node-1", "10.0.0.1", 443, 8080);
        var leaf = LeafCertificate.Issue(authority.CertificatePem, authority.KeyPem, ["kubernetes.default.svc"], []);
        var api = new ApiServer(store, "secret\n", () => "container_last_seen 1\n", time);
        app = KubernetesApp.Build(new IPEndPoint(IPAddress.Loopback, 0), new IPEndPoint(IPAddress.Loopback, 0), leaf, api, store);
        await app.StartAsync();
        client = authority.Client(new Uri(app.Urls.First(url => url.StartsWith("https", StringComparison.Ordinal))).Port);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    public void Dispose() => authority.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Without_the_token_nobody_gets_in(string? token)
    {
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        var answer = await client.GetAsync($"{Api}/api/v1/pods");

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadFromJsonAsync<JsonObject>())!["kind"]!.GetValue<string>().Should().Be("Status");
        (await client.GetAsync($"{Api}/healthz")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lists_and_gets()
    {
        store.Create(ResourceKind.Pods, "novacron", "b", Samples.Pod());
        store.Create(ResourceKind.Pods, "novacron", "a", Samples.Pod("other"));
        store.Create(ResourceKind.Pods, "default", "c", Samples.Pod());

        (await NamesAsync("/api/v1/namespaces/novacron/pods?limit=500&resourceVersion=0")).Should().Equal("a", "b");
        (await NamesAsync("/api/v1/pods")).Should().Equal("c", "a", "b");
        (await NamesAsync("/api/v1/pods?labelSelector=app%3Dnovacron")).Should().Equal("c", "b");
        (await NamesAsync("/api/v1/nodes")).Should().Equal("node-1");
        (await NamesAsync("/api/v1/endpoints")).Should().Equal("kubernetes", "kube-state-metrics");
        (await NamesAsync("/api/v1/services")).Should().Equal("kubernetes", "kube-state-metrics");
        (await client.GetFromJsonAsync<JsonObject>($"{Api}/api/v1/namespaces/novacron/pods/a"))!["kind"]!.GetValue<string>().Should().Be("Pod");
        (await client.GetAsync($"{Api}/api/v1/namespaces/novacron/pods/z")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.GetAsync($"{Api}/api/v1/secrets")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.GetAsync($"{Api}/api/v1/pods?fieldSelector=metadata.name%3Da")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_watch_after_a_list_tells_what_came_since()
    {
        store.Create(ResourceKind.Pods, "novacron", "old", Samples.Pod());
        var revision = (await client.GetFromJsonAsync<JsonObject>($"{Api}/api/v1/namespaces/novacron/pods"))!.Text("metadata", "resourceVersion");
        using var watch = await WatchAsync($"/api/v1/namespaces/novacron/pods?watch=true&allowWatchBookmarks=true&resourceVersion={revision}");

        store.Create(ResourceKind.Pods, "elsewhere", "foreign", Samples.Pod());
        store.Create(ResourceKind.Pods, "novacron", "new", Samples.Pod());
        store.Update(ResourceKind.Pods, "novacron", "new", pod => pod["status"]!["phase"] = "Running");
        store.Delete(ResourceKind.Pods, "novacron", "old");

        (await watch.NextAsync()).Should().Be(("ADDED", "new"));
        (await watch.NextAsync()).Should().Be(("MODIFIED", "new"));
        (await watch.NextAsync()).Should().Be(("DELETED", "old"));
        await Eventually.BecomesTrueAsync(() => time.Waiting > 0, "the wait for a change");
        time.Advance(WatchStream.BetweenBookmarks);
        (await watch.NextAsync()).Type.Should().Be("BOOKMARK");
    }

    [Fact]
    public async Task A_watch_list_tells_the_present_then_marks_its_end_then_follows()
    {
        store.Create(ResourceKind.Pods, "novacron", "a", Samples.Pod());
        using var watch = await WatchAsync("/api/v1/namespaces/novacron/pods?watch=true&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan");

        (await watch.NextAsync()).Should().Be(("ADDED", "a"));
        (await watch.NextAsync()).Type.Should().Be("BOOKMARK");
        watch.Latest.Text("object", "metadata", "annotations", "k8s.io/initial-events-end").Should().Be("true");
        watch.Latest.Text("object", "metadata", "resourceVersion").Should().NotBeNull();
        store.Create(ResourceKind.Pods, "novacron", "b", Samples.Pod());
        (await watch.NextAsync()).Should().Be(("ADDED", "b"));
    }

    [Fact]
    public async Task A_watch_with_a_selector_sees_objects_come_into_view_and_leave_it()
    {
        using var watch = await WatchAsync("/api/v1/pods?watch=1&labelSelector=app%3Dnovacron");

        store.Create(ResourceKind.Pods, "n", "a", Samples.Pod("other"));
        store.Update(ResourceKind.Pods, "n", "a", pod => pod["metadata"]!["labels"]!["app"] = "novacron");
        store.Update(ResourceKind.Pods, "n", "a", pod => pod["metadata"]!["labels"]!["app"] = "other");

        (await watch.NextAsync()).Should().Be(("ADDED", "a"));
        (await watch.NextAsync()).Should().Be(("DELETED", "a"));
    }

    [Theory]
    [InlineData("sendInitialEvents=true", HttpStatusCode.UnprocessableEntity)]
    [InlineData("resourceVersionMatch=NotOlderThan", HttpStatusCode.UnprocessableEntity)]
    [InlineData("sendInitialEvents=true&resourceVersionMatch=NotOlderThan", HttpStatusCode.UnprocessableEntity)]
    [InlineData("resourceVersion=abc", HttpStatusCode.BadRequest)]
    public async Task A_watch_that_makes_no_sense_is_refused(string query, HttpStatusCode expected) =>
        (await client.GetAsync($"{Api}/api/v1/pods?watch=true&{query}")).StatusCode.Should().Be(expected);

    [Fact]
    public async Task A_watch_from_a_forgotten_revision_is_told_to_list_again()
    {
        for (var i = 0; i < 30; i++)
            store.Create(ResourceKind.Pods, "n", $"p{i}", Samples.Pod());
        using var watch = await WatchAsync("/api/v1/pods?watch=true&resourceVersion=3");

        (await watch.NextAsync()).Type.Should().Be("ERROR");
        watch.Latest.Number("object", "code").Should().Be(410);
    }

    [Fact]
    public async Task Creates_scales_and_deletes_and_counts_its_requests()
    {
        const string Deployments = $"{Api}/apis/apps/v1/namespaces/novacron/deployments";
        (await client.PostAsJsonAsync(Deployments, Samples.Deployment())).StatusCode.Should().Be(HttpStatusCode.Created);
        (await client.PostAsJsonAsync(Deployments, Samples.Deployment())).StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await client.PutAsJsonAsync($"{Deployments}/novacron-api/scale", JsonNode.Parse("""{"spec":{"replicas":3}}"""))).StatusCode.Should().Be(HttpStatusCode.OK);
        store.Get(ResourceKind.Deployments, "novacron", "novacron-api")!.ToJsonObject().Number("spec", "replicas").Should().Be(3);
        store.Create(ResourceKind.Pods, "novacron", "a", Samples.Pod());
        (await client.DeleteAsync($"{Api}/api/v1/namespaces/novacron/pods/a?gracePeriodSeconds=0")).StatusCode.Should().Be(HttpStatusCode.OK);
        store.Get(ResourceKind.Pods, "novacron", "a")!.Json.Should().Contain("deletionTimestamp");
        (await client.DeleteAsync($"{Deployments}/novacron-api")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.DeleteAsync($"{Deployments}/novacron-api")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.DeleteAsync($"{Api}/api/v1/nodes/node-1")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.DeleteAsync($"{Api}/api/v1/nodes/node-1")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.DeleteAsync($"{Api}/api/v1/namespaces/default/endpoints/kubernetes")).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);

        var metrics = await client.GetStringAsync($"{Api}/metrics");
        metrics.Should().Contain("""apiserver_request_total{code="201",component="apiserver",dry_run="",group="apps",resource="deployments",scope="namespace",subresource="",verb="POST",version="v1"} 1""")
            .And.Contain("code=\"409\"").And.Contain("""verb="PUT",version="v1"} 1""");
    }

    [Theory]
    [InlineData("\"app\":\"novacron\",\"component\"", "\"app\":\"x\",\"component\"", "selector")]
    [InlineData("\"image\":\"api:1\"", "\"other\":1", "image")]
    [InlineData("\"250m\"", "\"much\"", "cpu")]
    [InlineData("\"name\":\"api\",", "\"name\":\"api\",\"readinessProbe\":{},", "readinessProbe")]
    [InlineData("\"containers\":", "\"initContainers\":[{}],\"containers\":", "initContainers")]
    public async Task Refuses_a_deployment_that_it_could_not_run(string good, string bad, string because)
    {
        var content = Samples.Deployment().ToJsonString().Replace(good, bad, StringComparison.Ordinal);

        var answer = await client.PostAsync($"{Api}/apis/apps/v1/namespaces/novacron/deployments", new StringContent(content));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(because);
    }

    [Fact]
    public async Task Proxies_to_the_nodes_container_metrics()
    {
        (await client.GetStringAsync($"{Api}/api/v1/nodes/node-1/proxy/metrics/cadvisor")).Should().Contain("container_last_seen 1");
        (await client.GetAsync($"{Api}/api/v1/nodes/node-2/proxy/metrics/cadvisor")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<IEnumerable<string?>> NamesAsync(string path) =>
        (await client.GetFromJsonAsync<JsonObject>(Api + path)).Objects("items").Select(item => item.Text("metadata", "name"));

    private async Task<Watch> WatchAsync(string path)
    {
        var response = await client.GetAsync(Api + path, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return new Watch(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    private sealed class Watch(HttpResponseMessage response, StreamReader lines) : IDisposable
    {
        public JsonNode? Latest { get; private set; }

        public async Task<(string? Type, string? Name)> NextAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            Latest = JsonNode.Parse((await lines.ReadLineAsync(limit.Token))!);
            return (Latest.Text("type"), Latest.Text("object", "metadata", "name"));
        }

        public void Dispose()
        {
            lines.Dispose();
            response.Dispose();
        }
    }
}
