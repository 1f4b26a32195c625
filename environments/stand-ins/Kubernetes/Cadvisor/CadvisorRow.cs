namespace NovaCron.Validation.StandIns.Kubernetes.Cadvisor;

/// <summary>One cgroup as cAdvisor tells of it: a container, a sandbox or a whole pod.</summary>
/// <param name="Container">Name in the pod; <c>POD</c> for the sandbox, empty for the pod.</param>
/// <param name="Id">Path of the cgroup as the kubelet lays them out.</param>
/// <param name="Image">Image; empty for the pod.</param>
/// <param name="Name">dockershim's name; empty for the pod.</param>
/// <param name="Namespace">Namespace of the pod.</param>
/// <param name="Pod">Name of the pod.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Usage">What its cgroup says.</param>
/// <param name="Interfaces">Traffic; of the sandbox only, which holds the pod's network.</param>
internal sealed record CadvisorRow(
    string Container,
    string Id,
    string Image,
    string Name,
    string Namespace,
    string Pod,
    DateTimeOffset StartedAt,
    ContainerUsage Usage,
    IReadOnlyList<InterfaceTraffic> Interfaces)
{
    /// <summary>The labels that every series of it has.</summary>
    public IReadOnlyList<(string Name, string Value)> Labels =>
        [("container", Container), ("id", Id), ("image", Image), ("name", Name), ("namespace", Namespace), ("pod", Pod)];
}
