using System.Collections.Concurrent;

namespace NovaCron.Validation.StandIns.Kubernetes.Server;

/// <summary>Counts the API server's own requests.</summary>
internal sealed class RequestCounters
{
    private readonly ConcurrentDictionary<RequestLabels, long> counts = new();

    /// <summary>Counts one request that has been answered.</summary>
    public void Add(RequestLabels labels) => counts.AddOrUpdate(labels, 1, (_, count) => count + 1);

    /// <summary>All counts, in a steady order.</summary>
    public IReadOnlyList<(RequestLabels Labels, long Count)> All() =>
        [.. counts.Select(entry => (entry.Key, entry.Value)).OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal)];
}

/// <summary>The labels of <c>apiserver_request_total</c>.</summary>
/// <param name="Verb">GET, LIST, WATCH, POST, PUT, PATCH or DELETE.</param>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Version">API version; empty for paths outside of the API.</param>
/// <param name="Resource">Plural name of the kind; empty for paths outside of the API.</param>
/// <param name="Subresource">Such as <c>scale</c>, <c>proxy</c>; the path itself outside of the API.</param>
/// <param name="Scope">resource, namespace or cluster.</param>
/// <param name="Code">HTTP status.</param>
internal sealed record RequestLabels(string Verb, string Group, string Version, string Resource, string Subresource, string Scope, int Code)
{
    /// <summary>The labels of a request.</summary>
    public static RequestLabels Of(string method, string path, bool watch, int code)
    {
        if (ApiPath.Parse(path) is not { } parsed)
            return new RequestLabels(method, "", "", "", path is "/metrics" or "/version" or "/healthz" or "/livez" or "/readyz" ? path : "", "", code);
        var verb = method == "GET" && parsed.Name is null ? watch ? "WATCH" : "LIST" : method;
        var scope = parsed.Name is not null ? "resource" : parsed.Namespace is not null ? "namespace" : "cluster";
        return new RequestLabels(verb, parsed.Kind.Group, "v1", parsed.Kind.Plural, parsed.Subresource.Split('/')[0], scope, code);
    }
}
