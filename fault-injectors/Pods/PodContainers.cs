using NovaCron.Validation.Environments.Containers;

namespace NovaCron.Validation.FaultInjectors.Pods;

/// <summary>Finds the containers of a pod by the labels that a kubelet with dockershim gives them.</summary>
public static class PodContainers
{
    /// <summary>Label with the pod's name.</summary>
    public const string PodLabel = "io.kubernetes.pod.name";

    /// <summary>Label with the container's name in the pod.</summary>
    public const string ContainerLabel = "io.kubernetes.container.name";

    /// <summary>Label that tells a sandbox from a container.</summary>
    public const string TypeLabel = "io.kubernetes.docker.type";

    private const string SandboxType = "podsandbox";
    private const string ContainerType = "container";
    private const string Running = "running";

    /// <summary>Identifier of the running sandbox, the holder of the pod's network namespace.</summary>
    /// <exception cref="FaultException">The pod has none, or more than one.</exception>
    public static async Task<string> SandboxAsync(ContainerEngine engine, IReadOnlyDictionary<string, string> cellLabels, string pod, CancellationToken cancellationToken)
    {
        var containers = await OfPodAsync(engine, cellLabels, pod, cancellationToken);
        ContainerSummary[] sandboxes = [.. containers.Where(container => IsRunning(container) && container.Labels.GetValueOrDefault(TypeLabel) == SandboxType)];
        return sandboxes is [{ } only]
            ? only.Id
            : throw new FaultException($"pod {pod} has {sandboxes.Length} running sandboxes instead of one, among {containers.Count} containers with its label; is the pod's name right, and the pod running?");
    }

    /// <summary>Containers of the pod under one name, running or not: the present one and its predecessors.</summary>
    internal static async Task<IReadOnlyList<ContainerSummary>> NamedAsync(PodFaultOptions options, CancellationToken cancellationToken) =>
        [.. (await OfPodAsync(options.Engine, options.CellLabels, options.Pod, cancellationToken)).Where(container => IsNamed(container.Labels, options))];

    /// <summary>Whether labels (or an event's attributes) belong to the container that a fault acts on.</summary>
    internal static bool IsNamed(IReadOnlyDictionary<string, string> labels, PodFaultOptions options) =>
        labels.GetValueOrDefault(PodLabel) == options.Pod
        && labels.GetValueOrDefault(ContainerLabel) == options.Container
        && labels.GetValueOrDefault(TypeLabel) == ContainerType;

    /// <summary>Whether a container runs.</summary>
    internal static bool IsRunning(ContainerSummary container) => container.State == Running;

    private static Task<IReadOnlyList<ContainerSummary>> OfPodAsync(ContainerEngine engine, IReadOnlyDictionary<string, string> cellLabels, string pod, CancellationToken cancellationToken) =>
        engine.ListContainersAsync(new Dictionary<string, string>(cellLabels) { [PodLabel] = pod }, cancellationToken);
}
