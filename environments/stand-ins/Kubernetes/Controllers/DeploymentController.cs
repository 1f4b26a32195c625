using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Controllers;

/// <summary>Keeps as many pods of each Deployment as it asks for; a pod that goes is replaced under a new name.</summary>
/// <param name="store">The API's objects.</param>
/// <param name="time">Stamps deletions.</param>
internal sealed class DeploymentController(ResourceStore store, TimeProvider time)
{
    /// <summary>Brings pods and status in line once.</summary>
    public void Reconcile()
    {
        var deployments = store.List(ResourceKind.Deployments).Objects.Select(found => found.ToJsonObject()).ToList();
        var pods = store.List(ResourceKind.Pods).Objects.Select(found => found.ToJsonObject()).ToLookup(Owner);
        foreach (var deployment in deployments)
            Reconcile(deployment, [.. pods[deployment.Text("metadata", "uid")]]);
        var known = deployments.Select(deployment => deployment.Text("metadata", "uid")).ToHashSet();
        foreach (var orphan in pods.Where(group => group.Key is not null && !known.Contains(group.Key)).SelectMany(group => group))
            PodDeletion.Begin(store, orphan, null, time.GetUtcNow());
    }

    private void Reconcile(JsonObject deployment, List<JsonObject> pods)
    {
        var wanted = deployment.Number("spec", "replicas") ?? 1;
        var living = pods.Where(pod => pod.Text("metadata", "deletionTimestamp") is null).ToList();
        for (var missing = wanted - living.Count; missing > 0; missing--)
            CreatePod(deployment);
        // Not ready ones go first, as the ReplicaSet controller has it.
        foreach (var surplus in living.OrderBy(IsReady).Take(Math.Max(0, living.Count - wanted)))
            PodDeletion.Begin(store, surplus, null, time.GetUtcNow());
        var ready = living.Count(IsReady);
        store.Update(ResourceKind.Deployments, deployment.Text("metadata", "namespace") ?? "", deployment.Text("metadata", "name") ?? "", content => content["status"] = new JsonObject
        {
            ["observedGeneration"] = content.Number("metadata", "generation") ?? 1,
            ["replicas"] = living.Count,
            ["updatedReplicas"] = living.Count,
            ["readyReplicas"] = ready,
            ["availableReplicas"] = ready,
            ["unavailableReplicas"] = Math.Max(0, wanted - ready),
        });
    }

    private void CreatePod(JsonObject deployment)
    {
        var inNamespace = deployment.Text("metadata", "namespace") ?? "";
        var template = deployment.At("spec", "template") as JsonObject ?? [];
        var hash = PodNames.TemplateHash(template.ToJsonString());
        var set = $"{deployment.Text("metadata", "name")}-{hash}";
        var labels = template.Map("metadata", "labels").ToJson();
        labels["pod-template-hash"] = hash;
        var spec = (template.At("spec")?.DeepClone() as JsonObject) ?? [];
        spec["restartPolicy"] = "Always";
        JsonObject Pod() => new()
        {
            ["metadata"] = new JsonObject
            {
                ["generateName"] = $"{set}-",
                ["labels"] = labels.DeepClone(),
                ["annotations"] = template.Map("metadata", "annotations").ToJson(),
                // The ReplicaSet between a Deployment and its pods is not an object here; its name is kept, under the Deployment's identifier.
                ["ownerReferences"] = new JsonArray(new JsonObject { ["apiVersion"] = "apps/v1", ["kind"] = "ReplicaSet", ["name"] = set, ["uid"] = deployment.Text("metadata", "uid"), ["controller"] = true, ["blockOwnerDeletion"] = true }),
            },
            ["spec"] = spec.DeepClone(),
            ["status"] = new JsonObject { ["phase"] = "Pending" },
        };
        while (store.Create(ResourceKind.Pods, inNamespace, $"{set}-{PodNames.RandomSuffix()}", Pod()) is null)
        {
            // That name was taken: draw another.
        }
    }

    private static string? Owner(JsonObject pod) => pod.Objects("metadata", "ownerReferences").FirstOrDefault().Text("uid");

    private static bool IsReady(JsonObject pod) => PodConditions.IsReady(pod);
}
