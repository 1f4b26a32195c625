using System.Globalization;
using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Controllers;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Server;

/// <summary>Create, delete and scale. Nodes, too: a kubelet makes its own, and a cloud takes it away.</summary>
/// <param name="store">The objects.</param>
/// <param name="time">Stamps deletions.</param>
internal sealed class ApiWrites(ResourceStore store, TimeProvider time)
{
    private static readonly ResourceKind[] Writable = [ResourceKind.Pods, ResourceKind.Services, ResourceKind.Deployments, ResourceKind.Nodes];

    /// <summary>Answers a POST, PUT, PATCH or DELETE.</summary>
    public Task HandleAsync(HttpContext context, ApiPath path) => (context.Request.Method, path) switch
    {
        _ when !Writable.Contains(path.Kind) || (path.Kind.Namespaced && path.Namespace is null) => throw new ApiStatusException(ApiStatus.MethodNotAllowed),
        ("POST", { Name: null }) => CreateAsync(context, path),
        ("PUT" or "PATCH", { Name: not null, Subresource: "scale" }) when path.Kind == ResourceKind.Deployments => ScaleAsync(context, path),
        ("DELETE", { Name: not null, Subresource: "" }) => DeleteAsync(context, path),
        _ => throw new ApiStatusException(ApiStatus.MethodNotAllowed),
    };

    /// <summary>A Deployment's <c>scale</c>.</summary>
    public static JsonObject Scale(JsonObject deployment) => new()
    {
        ["kind"] = "Scale",
        ["apiVersion"] = "autoscaling/v1",
        ["metadata"] = new JsonObject { ["name"] = deployment.Text("metadata", "name"), ["namespace"] = deployment.Text("metadata", "namespace") },
        ["spec"] = new JsonObject { ["replicas"] = deployment.Number("spec", "replicas") ?? 1 },
        ["status"] = new JsonObject { ["replicas"] = deployment.Number("status", "replicas") ?? 0 },
    };

    private async Task CreateAsync(HttpContext context, ApiPath path)
    {
        var content = await ApiWriting.ReadAsync(context);
        var name = content.Text("metadata", "name");
        if (name is null or "")
            throw new ApiStatusException(ApiStatus.Invalid("metadata.name: Required value"));
        if (content.Text("metadata", "namespace") is { } inside && inside != path.Namespace)
            throw new ApiStatusException(ApiStatus.BadRequest($"the namespace of the object ({inside}) does not match the namespace of the request ({path.Namespace})"));
        Admission.Check(path.Kind, content);
        if (path.Kind == ResourceKind.Pods)
            content["status"] = new JsonObject { ["phase"] = "Pending" };
        var created = store.Create(path.Kind, path.Namespace ?? "", name, content) ?? throw new ApiStatusException(ApiStatus.AlreadyExists(path.Kind.Plural, name));
        await ApiWriting.WriteAsync(context, 201, created.Json);
    }

    private async Task ScaleAsync(HttpContext context, ApiPath path)
    {
        var replicas = (await ApiWriting.ReadAsync(context)).Number("spec", "replicas");
        if (replicas is not >= 0)
            throw new ApiStatusException(ApiStatus.Invalid("spec.replicas: must be greater than or equal to 0"));
        var changed = store.Update(path.Kind, path.Namespace!, path.Name!, content =>
        {
            content["spec"]!["replicas"] = replicas.Value;
            content["metadata"]!["generation"] = (content.Number("metadata", "generation") ?? 1) + 1;
        }) ?? throw NotFound(path);
        await ApiWriting.WriteAsync(context, 200, Scale(changed.ToJsonObject()).ToJsonString());
    }

    private async Task DeleteAsync(HttpContext context, ApiPath path)
    {
        var options = await ApiWriting.ReadOptionalAsync(context);
        var found = store.Get(path.Kind, path.Namespace ?? "", path.Name!) ?? throw NotFound(path);
        if (path.Kind == ResourceKind.Pods)
        {
            var grace = int.TryParse(context.Request.Query["gracePeriodSeconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : options.Number("gracePeriodSeconds");
            var marked = PodDeletion.Begin(store, found.ToJsonObject(), grace, time.GetUtcNow()) ?? throw NotFound(path);
            await ApiWriting.WriteAsync(context, 200, marked.Json);
            return;
        }
        store.Delete(path.Kind, path.Namespace ?? "", path.Name!);
        await ApiWriting.WriteAsync(context, 200, new ApiStatus(200, "", $"{path.Kind.Plural} \"{path.Name}\" deleted").ToJson().ToJsonString());
    }

    private static ApiStatusException NotFound(ApiPath path) => new(ApiStatus.NotFound(path.Kind.Plural, path.Name!));
}
