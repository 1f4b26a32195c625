namespace NovaCron.Validation.StandIns.Kubernetes.Kubelet;

/// <summary>What the kubelet is told.</summary>
/// <param name="NodeName">Name of its node.</param>
/// <param name="NodeAddress">Address of its node.</param>
/// <param name="SandboxImage">Image of the holder of a pod's network namespace; must have <c>sleep</c>.</param>
/// <param name="Network">The engine's network that pods join.</param>
/// <param name="NamePrefix">Put before every container's name.</param>
/// <param name="Labels">Put on every container.</param>
internal sealed record KubeletOptions(string NodeName, string NodeAddress, string SandboxImage, string Network, string NamePrefix, IReadOnlyDictionary<string, string> Labels);
