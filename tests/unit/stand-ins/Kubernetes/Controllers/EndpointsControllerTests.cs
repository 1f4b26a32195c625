using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Controllers;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.Tests.Unit.StandIns.Kubernetes.Controllers;

public sealed class EndpointsControllerTests
{
    private readonly ResourceStore store = new(new ManualTime());

    public EndpointsControllerTests()
    {
        ClusterObjects.AddTo(store, "node-1", "10.0.0.1", 443, 8080);
        store.Create(ResourceKind.Services, "n", "api", JsonNode.Parse("""{"metadata":{},"spec":{"selector":{"app":"novacron"},"ports":[{"name":"m","port":80,"targetPort":"metrics"}]}}""")!.AsObject());
    }

    [Fact]
    public void A_services_endpoints_are_its_pods_ready_or_not()
    {
        AddPod("ready", "10.0.0.5", ready: true);
        AddPod("starting", "10.0.0.6", ready: false);

        Reconcile();

        var subset = store.Get(ResourceKind.Endpoints, "n", "api")!.ToJsonObject().Objects("subsets").Single();
        subset.Objects("addresses").Select(address => address.Text("ip")).Should().Equal("10.0.0.5");
        subset.Objects("notReadyAddresses").Select(address => address.Text("ip")).Should().Equal("10.0.0.6");
        subset.Objects("ports").Single().ToJsonString().Should().Contain("\"port\":9090").And.Contain("\"name\":\"m\"");
    }

    [Fact]
    public void They_go_with_the_service_and_the_API_servers_own_stay()
    {
        Reconcile();
        store.Delete(ResourceKind.Services, "n", "api");
        Reconcile();

        store.List(ResourceKind.Endpoints).Objects.Select(o => o.Name).Should().BeEquivalentTo("kubernetes", "kube-state-metrics");
        store.Get(ResourceKind.Endpoints, "default", "kubernetes")!.Json.Should().Contain("\"name\":\"https\"").And.Contain("10.0.0.1");
    }

    private void Reconcile()
    {
        var controller = new EndpointsController(store);
        controller.Reconcile();
        var revision = store.List(ResourceKind.Endpoints).Revision;
        controller.Reconcile();
        store.List(ResourceKind.Endpoints).Revision.Should().Be(revision, "a loop that never rests would spin");
    }

    private void AddPod(string name, string address, bool ready) => store.Create(ResourceKind.Pods, "n", name, JsonNode.Parse($$$"""
        {"metadata":{"labels":{"app":"novacron"}},"spec":{"containers":[{"name":"api","ports":[{"name":"metrics","containerPort":9090}]}]},
         "status":{"podIP":"{{{address}}}","conditions":[{"type":"Ready","status":"{{{(ready ? "True" : "False")}}}"}]}}
        """)!.AsObject());
}
