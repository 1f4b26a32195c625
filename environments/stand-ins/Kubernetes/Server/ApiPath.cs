using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Server;

/// <summary>A request path of the API, taken apart.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Namespace">Namespace; null for all, or for kinds without.</param>
/// <param name="Name">Name of one object; null for the collection.</param>
/// <param name="Subresource">What comes after the name, such as <c>scale</c> or <c>proxy/metrics/cadvisor</c>; empty for none.</param>
internal sealed record ApiPath(ResourceKind Kind, string? Namespace, string? Name, string Subresource)
{
    /// <summary>Reads a path; null when it is none of the API's.</summary>
    public static ApiPath? Parse(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["api", "v1", .. var rest] => Resource("", rest),
            ["apis", var group, "v1", .. var rest] => Resource(group, rest),
            _ => null,
        };
    }

    private static ApiPath? Resource(string group, string[] rest)
    {
        var inNamespace = rest is ["namespaces", _, _, ..] ? rest[1] : null;
        if (inNamespace is not null)
            rest = rest[2..];
        if (rest.Length == 0 || ResourceKind.Find(group, rest[0]) is not { } kind || inNamespace is not null && !kind.Namespaced)
            return null;
        if (rest.Length > 1 && kind.Namespaced && inNamespace is null)
            return null;
        return new ApiPath(kind, inNamespace, rest.ElementAtOrDefault(1), string.Join('/', rest.Skip(2)));
    }
}
