namespace NovaCron.Validation.StandIns.Kubernetes.Store;

/// <summary>A kind of object that the API server keeps.</summary>
/// <param name="Plural">Name in paths, such as <c>pods</c>.</param>
/// <param name="Kind">Name in objects, such as <c>Pod</c>.</param>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Namespaced">Whether its objects live in namespaces.</param>
internal sealed record ResourceKind(string Plural, string Kind, string Group, bool Namespaced)
{
    /// <summary>Pods.</summary>
    public static ResourceKind Pods { get; } = new("pods", "Pod", "", true);

    /// <summary>Nodes.</summary>
    public static ResourceKind Nodes { get; } = new("nodes", "Node", "", false);

    /// <summary>Services.</summary>
    public static ResourceKind Services { get; } = new("services", "Service", "", true);

    /// <summary>Endpoints.</summary>
    public static ResourceKind Endpoints { get; } = new("endpoints", "Endpoints", "", true);

    /// <summary>Deployments.</summary>
    public static ResourceKind Deployments { get; } = new("deployments", "Deployment", "apps", true);

    /// <summary>All that are kept.</summary>
    public static IReadOnlyList<ResourceKind> All { get; } = [Pods, Nodes, Services, Endpoints, Deployments];

    /// <summary><c>apiVersion</c> of its objects.</summary>
    public string ApiVersion => Group.Length == 0 ? "v1" : $"{Group}/v1";

    /// <summary>The kind under a group and a name in a path; null when there is none.</summary>
    public static ResourceKind? Find(string group, string plural) => All.FirstOrDefault(kind => kind.Group == group && kind.Plural == plural);
}
