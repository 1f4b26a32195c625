using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Kubelet;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Server;

/// <summary>Refuses objects that Kubernetes would refuse, and those that ask for what this stand-in does not do: better than to ignore it silently.</summary>
internal static class Admission
{
    private static readonly string[] NotDone = ["readinessProbe", "livenessProbe", "startupProbe", "lifecycle", "envFrom"];

    /// <summary>Checks an object before it is added and fills in defaults.</summary>
    /// <exception cref="ApiStatusException">It is refused.</exception>
    public static void Check(ResourceKind kind, JsonObject content)
    {
        if (kind == ResourceKind.Deployments)
            CheckDeployment(content);
        else if (kind == ResourceKind.Pods)
            CheckPodSpec(content.At("spec"));
        else if (kind == ResourceKind.Services)
            Require(content.Objects("spec", "ports").Any(), "spec.ports: Required value");
    }

    private static void CheckDeployment(JsonObject deployment)
    {
        var selector = deployment.Map("spec", "selector", "matchLabels");
        Require(selector.Count > 0, "spec.selector.matchLabels: Required value");
        Require(LabelSelector.Of(selector).Matches(deployment.Map("spec", "template", "metadata", "labels")), "spec.template.metadata.labels: Invalid value: `selector` does not match template `labels`");
        Require((deployment.Number("spec", "replicas") ?? 1) >= 0, "spec.replicas: must be greater than or equal to 0");
        CheckPodSpec(deployment.At("spec", "template", "spec"));
        deployment["spec"]!["replicas"] ??= 1;
        if (deployment["metadata"] is JsonObject metadata)
            metadata["generation"] = 1;
    }

    private static void CheckPodSpec(JsonNode? spec)
    {
        var containers = spec.Objects("containers").ToList();
        Require(containers.Count > 0, "spec.containers: Required value");
        Require(!spec.Objects("initContainers").Any(), "spec.initContainers: not supported by this stand-in");
        Require(spec.Text("restartPolicy") is null or "Always", "spec.restartPolicy: only Always is supported by this stand-in");
        Require(spec.Objects("volumes").All(volume => volume.At("hostPath") is not null || volume.At("emptyDir") is not null), "spec.volumes: only hostPath and emptyDir are supported by this stand-in");
        foreach (var container in containers)
            CheckContainer(container);
        Require(containers.Select(container => container.Text("name")).Distinct().Count() == containers.Count, "spec.containers: Duplicate value");
    }

    private static void CheckContainer(JsonObject container)
    {
        Require(container.Text("name") is { Length: > 0 }, "spec.containers[].name: Required value");
        Require(container.Text("image") is { Length: > 0 }, $"spec.containers[{container.Text("name")}].image: Required value");
        foreach (var member in NotDone)
            Require(container.At(member) is null, $"spec.containers[{container.Text("name")}].{member}: not supported by this stand-in");
        foreach (var (resource, amount) in container.Map("resources", "limits").Concat(container.Map("resources", "requests")))
            Require(Quantity.Parse(amount) is >= 0, $"spec.containers[{container.Text("name")}].resources.{resource}: Invalid value: \"{amount}\"");
    }

    private static void Require(bool met, string message)
    {
        if (!met)
            throw new ApiStatusException(ApiStatus.Invalid(message));
    }
}
