using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Controllers;

/// <summary>Keeps the Endpoints of every Service with a selector: the addresses of its pods, ready or not.</summary>
/// <param name="store">The API's objects.</param>
internal sealed class EndpointsController(ResourceStore store)
{
    /// <summary>Brings all Endpoints in line once.</summary>
    public void Reconcile()
    {
        var services = store.List(ResourceKind.Services).Objects.Select(found => found.ToJsonObject()).ToList();
        foreach (var service in services.Where(service => service.Map("spec", "selector").Count > 0))
            Reconcile(service);
        foreach (var endpoints in store.List(ResourceKind.Endpoints).Objects)
        {
            if (store.Get(ResourceKind.Services, endpoints.Namespace, endpoints.Name) is null)
                store.Delete(ResourceKind.Endpoints, endpoints.Namespace, endpoints.Name);
        }
    }

    private void Reconcile(JsonObject service)
    {
        var inNamespace = service.Text("metadata", "namespace") ?? "";
        var name = service.Text("metadata", "name") ?? "";
        var selector = LabelSelector.Of(service.Map("spec", "selector"));
        var pods = store.List(ResourceKind.Pods, inNamespace).Objects
            .Where(pod => selector.Matches(pod.Labels))
            .Select(pod => pod.ToJsonObject())
            .Where(pod => pod.Text("status", "podIP") is not null && pod.Text("metadata", "deletionTimestamp") is null)
            .ToList();
        var subset = new JsonObject();
        if (pods.Any(PodConditions.IsReady))
            subset["addresses"] = Addresses(pods.Where(PodConditions.IsReady));
        if (!pods.TrueForAll(PodConditions.IsReady))
            subset["notReadyAddresses"] = Addresses(pods.Where(pod => !PodConditions.IsReady(pod)));
        if (pods.Count > 0)
            subset["ports"] = new JsonArray([.. service.Objects("spec", "ports").Select(port => (JsonNode)Port(port, pods[0]))]);
        var labels = service.Map("metadata", "labels");
        if (store.Get(ResourceKind.Endpoints, inNamespace, name) is null)
            store.Create(ResourceKind.Endpoints, inNamespace, name, new JsonObject { ["metadata"] = new JsonObject { ["labels"] = labels.ToJson() } });
        store.Update(ResourceKind.Endpoints, inNamespace, name, content => content["subsets"] = pods.Count > 0 ? new JsonArray(subset) : []);
    }

    private static JsonArray Addresses(IEnumerable<JsonObject> pods) => new([.. pods.Select(pod => (JsonNode)new JsonObject
    {
        ["ip"] = pod.Text("status", "podIP"),
        ["nodeName"] = pod.Text("spec", "nodeName"),
        ["targetRef"] = new JsonObject { ["kind"] = "Pod", ["namespace"] = pod.Text("metadata", "namespace"), ["name"] = pod.Text("metadata", "name"), ["uid"] = pod.Text("metadata", "uid") },
    })]);

    private static JsonObject Port(JsonObject port, JsonObject pod)
    {
        var target = port.Text("targetPort") is { } portName
            ? pod.Objects("spec", "containers").SelectMany(container => container.Objects("ports")).FirstOrDefault(known => known.Text("name") == portName).Number("containerPort")
            : port.Number("targetPort") ?? port.Number("port");
        var json = new JsonObject { ["port"] = target ?? 0, ["protocol"] = port.Text("protocol") ?? "TCP" };
        if (port.Text("name") is { } name)
            json["name"] = name;
        return json;
    }
}
