using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Controllers;
using NovaCron.Validation.StandIns.Kubernetes.Kubelet;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Kubelet;

/// <summary>Deployment controller and kubelet together, on an engine in memory and a clock that is moved by hand.</summary>
public sealed class KubeletTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTime time = new();
    private readonly CancellationTokenSource stop = new();
    private readonly FakeEngine engine;
    private readonly ResourceStore store;
    private readonly List<Task> loops = [];

    public KubeletTests()
    {
        engine = new FakeEngine(time);
        store = new ResourceStore(time);
    }

    public Task InitializeAsync()
    {
        var options = new KubeletOptions("node-1", "10.0.0.1", "sandbox:1", "cell", "run1-", new Dictionary<string, string> { ["run"] = "one" });
        loops.Add(new NodeKubelet(store, engine, options, time).RunAsync(stop.Token));
        ClusterObjects.AddTo(store, "node-1", "10.0.0.1", 443, 8080);
        loops.Add(ControlLoop.RunAsync(store, new NodeController(store, time).Reconcile, stop.Token));
        loops.Add(ControlLoop.RunAsync(store, new DeploymentController(store, time).Reconcile, stop.Token));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stop.Dispose();

    [Fact]
    public async Task A_pod_is_a_sandbox_on_the_network_and_containers_in_it()
    {
        store.Create(ResourceKind.Services, "novacron", "novacron-api", JsonNode.Parse("""{"spec":{"selector":{"app":"novacron"}}}""")!.AsObject());
        var pod = await DeployAsync();

        var sandbox = engine.Container("k8s_POD_").Body;
        sandbox["HostConfig"]!["NetworkMode"]!.GetValue<string>().Should().Be("cell");
        sandbox["HostConfig"]!["Init"]!.GetValue<bool>().Should().BeTrue();
        sandbox["NetworkingConfig"]!["EndpointsConfig"]!["cell"].Texts("Aliases").Should().Contain([pod.Name, "novacron-api", "novacron-api.novacron.svc"]);
        var app = engine.Container("k8s_api_");
        app.Name.Should().Be($"run1-k8s_api_{pod.Name}_novacron_{pod.ToJsonObject().Text("metadata", "uid")}_0");
        app.Body.Texts("Env").Should().Contain([$"POD_NAME={pod.Name}", "POD_NAMESPACE=novacron", $"POD_IP={engine.Container("k8s_POD_").Address}", "WHERE=node-1", "A=b"]);
        app.Body["HostConfig"]!.ToJsonString().Should().Contain($"\"NetworkMode\":\"container:{engine.Container("k8s_POD_").Id}\"").And.Contain("\"CpuQuota\":25000").And.Contain("\"Memory\":134217728");
        app.Body.Map("Labels").Should().Contain("run", "one").And.Contain("io.kubernetes.pod.name", pod.Name).And.Contain("io.kubernetes.container.name", "api")
            .And.Contain("io.kubernetes.docker.type", "container").And.Contain("annotation.io.kubernetes.container.restartCount", "0");
        sandbox.Map("Labels").Should().Contain("io.kubernetes.container.name", "POD").And.Contain("io.kubernetes.docker.type", "podsandbox");
        pod.Name.Should().MatchRegex("^novacron-api-[a-z2-9]{10}-[a-z2-9]{5}$");
        Status(pod.Name)["podIP"]!.GetValue<string>().Should().Be(engine.Container("k8s_POD_").Address);
    }

    [Fact]
    public async Task A_dead_container_is_replaced_at_once_and_then_after_the_back_off()
    {
        var pod = await DeployAsync();

        engine.Die(engine.Container("k8s_api_"), 137, outOfMemory: true);
        await Eventually.BecomesTrueAsync(() => engine.Has("_1") && !engine.Has("_0_") && RestartCount(pod.Name) == 1 && Running(pod.Name), "the first restart");
        Container(pod.Name).Text("lastState", "terminated", "reason").Should().Be("OOMKilled");

        engine.Die(engine.Container("k8s_api_"), 1);
        await Eventually.BecomesTrueAsync(() => Container(pod.Name).Text("state", "waiting", "reason") == "CrashLoopBackOff" && time.Waiting > 0, "the back-off");
        RestartCount(pod.Name).Should().Be(1);
        Ready(pod.Name).Should().Be("False");

        time.Advance(TimeSpan.FromSeconds(9.9));
        RestartCount(pod.Name).Should().Be(1);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await Eventually.BecomesTrueAsync(() => RestartCount(pod.Name) == 2 && Running(pod.Name), "the second restart");
        engine.Names.Should().HaveCount(2);
        Status(pod.Name)["podIP"]!.GetValue<string>().Should().Be(engine.Container("k8s_POD_").Address);
    }

    [Fact]
    public async Task A_deleted_pod_is_replaced_under_a_new_name_and_its_containers_go()
    {
        var pod = await DeployAsync();

        PodDeletion.Begin(store, pod.ToJsonObject(), 0, time.GetUtcNow());
        await Eventually.BecomesTrueAsync(() => store.Get(ResourceKind.Pods, "novacron", pod.Name) is null, "the deletion");
        await Eventually.BecomesTrueAsync(() => Pods().Count == 1 && Running(Pods()[0].Name), "the replacement");

        Pods()[0].Name.Should().NotBe(pod.Name);
        engine.Names.Should().HaveCount(2).And.OnlyContain(name => name.Contains(Pods()[0].Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deleted_pod_that_ignores_TERM_is_killed_after_the_grace()
    {
        engine.IgnoreTerminate = true;
        var pod = await DeployAsync();
        store.Delete(ResourceKind.Deployments, "novacron", "novacron-api");

        await Eventually.BecomesTrueAsync(() => time.Waiting > 0, "the grace");
        time.Advance(TimeSpan.FromSeconds(29));
        store.Get(ResourceKind.Pods, "novacron", pod.Name).Should().NotBeNull();
        time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.BecomesTrueAsync(() => Pods().Count == 0, "the deletion");
        engine.Names.Should().BeEmpty();
    }

    [Fact]
    public async Task A_dead_sandbox_is_replaced_with_all_that_was_in_it()
    {
        var pod = await DeployAsync();
        var before = Status(pod.Name)["podIP"]!.GetValue<string>();

        engine.Die(engine.Container("k8s_POD_"), 137);
        await Eventually.BecomesTrueAsync(() => RestartCount(pod.Name) == 1 && Running(pod.Name), "the new sandbox");

        Status(pod.Name)["podIP"]!.GetValue<string>().Should().NotBe(before);
        engine.Names.Should().HaveCount(2);
    }

    [Fact]
    public async Task With_its_node_a_pod_goes_at_once_and_its_replacement_waits_for_a_node()
    {
        engine.IgnoreTerminate = true;
        var pod = await DeployAsync();
        store.Delete(ResourceKind.Nodes, "", "node-1");
        await Eventually.BecomesTrueAsync(() => Pods().Count == 1 && Pods()[0].Name != pod.Name, "the replacement");
        engine.Names.Should().BeEmpty();
        Pods()[0].ToJsonObject().Text("spec", "nodeName").Should().BeNull();

        store.Create(ResourceKind.Nodes, "", "node-1", []);
        await Eventually.BecomesTrueAsync(() => Running(Pods()[0].Name), "the pod on the node that is back");

        engine.Names.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_image_that_is_not_there_leaves_the_pod_pending_and_says_why()
    {
        engine.RefuseImage = "api:1";
        store.Create(ResourceKind.Deployments, "novacron", "novacron-api", Samples.Deployment());
        await Eventually.BecomesTrueAsync(() => Pods().Count == 1 && time.Waiting > 0, "the failure");

        Status(Pods()[0].Name)["phase"]!.GetValue<string>().Should().NotBe("Succeeded");
        Container(Pods()[0].Name).Text("state", "waiting", "message").Should().NotBeNullOrEmpty();
        Ready(Pods()[0].Name).Should().Be("False");
    }

    private async Task<StoredObject> DeployAsync()
    {
        store.Create(ResourceKind.Deployments, "novacron", "novacron-api", Samples.Deployment());
        await Eventually.BecomesTrueAsync(() => Pods().Count == 1 && Running(Pods()[0].Name), "the pod");
        return Pods()[0];
    }

    private IReadOnlyList<StoredObject> Pods() => store.List(ResourceKind.Pods).Objects;

    private JsonObject Status(string pod) => store.Get(ResourceKind.Pods, "novacron", pod)!.ToJsonObject()["status"]!.AsObject();

    private JsonObject? Container(string pod) => Status(pod).Objects("containerStatuses").FirstOrDefault();

    private int? RestartCount(string pod) => Container(pod).Number("restartCount");

    private bool Running(string pod) => Container(pod).At("state", "running") is not null;

    private string? Ready(string pod) => Status(pod).Objects("conditions").Single(condition => condition.Text("type") == "Ready").Text("status");
}
