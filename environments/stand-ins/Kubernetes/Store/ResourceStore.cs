using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Kubernetes.Store;

/// <summary>The objects of the cluster with their history, as etcd keeps them: one revision counter for all, which only grows.</summary>
/// <param name="time">Stamps creations.</param>
/// <param name="historyLength">Changes kept for watches that resume; one from before the oldest is told to list again.</param>
internal sealed class ResourceStore(TimeProvider time, int historyLength = 10_000)
{
    private readonly Lock gate = new();
    private ImmutableDictionary<(ResourceKind, string, string), StoredObject> objects = ImmutableDictionary<(ResourceKind, string, string), StoredObject>.Empty;
    private ImmutableList<(ResourceKind Kind, StoredChange Change)> history = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long revision = 1;
    private long forgotten = 1;

    /// <summary>Completes at the next change.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
                return changed.Task;
        }
    }

    /// <summary>All objects of a kind with the revision at which they are current, in order of namespace and name.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="inNamespace">Only this namespace; null for all.</param>
    public (IReadOnlyList<StoredObject> Objects, long Revision) List(ResourceKind kind, string? inNamespace = null)
    {
        lock (gate)
        {
            return ([.. objects
                .Where(entry => entry.Key.Item1 == kind && (inNamespace is null || entry.Key.Item2 == inNamespace))
                .Select(entry => entry.Value)
                .OrderBy(found => found.Namespace, StringComparer.Ordinal)
                .ThenBy(found => found.Name, StringComparer.Ordinal)], revision);
        }
    }

    /// <summary>One object; null when there is none.</summary>
    public StoredObject? Get(ResourceKind kind, string inNamespace, string name)
    {
        lock (gate)
            return objects.GetValueOrDefault((kind, inNamespace, name));
    }

    /// <summary>Adds an object; null when one of that name exists. Fills in <c>uid</c> and <c>creationTimestamp</c>.</summary>
    public StoredObject? Create(ResourceKind kind, string inNamespace, string name, JsonObject content)
    {
        lock (gate)
        {
            if (objects.ContainsKey((kind, inNamespace, name)))
                return null;
            var metadata = content["metadata"] as JsonObject ?? [];
            content["metadata"] = metadata.Parent is null ? metadata : metadata.DeepClone();
            metadata = content["metadata"]!.AsObject();
            metadata["uid"] ??= Guid.NewGuid().ToString();
            metadata["creationTimestamp"] = Json.Timestamp(time.GetUtcNow());
            return Put(kind, inNamespace, name, content, "ADDED", null);
        }
    }

    /// <summary>Changes an object; null when there is none. Nothing is told to anybody when it comes out the same.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="inNamespace">Namespace; empty for kinds without.</param>
    /// <param name="name">Name.</param>
    /// <param name="change">Changes a copy in place; must not call the store.</param>
    public StoredObject? Update(ResourceKind kind, string inNamespace, string name, Action<JsonObject> change)
    {
        lock (gate)
        {
            if (!objects.TryGetValue((kind, inNamespace, name), out var before))
                return null;
            var content = before.ToJsonObject();
            change(content);
            return content.ToJsonString() == before.Json ? before : Put(kind, inNamespace, name, content, "MODIFIED", before);
        }
    }

    /// <summary>Removes an object; returns its last state, null when there is none.</summary>
    public StoredObject? Delete(ResourceKind kind, string inNamespace, string name)
    {
        lock (gate)
        {
            return objects.TryGetValue((kind, inNamespace, name), out var before)
                ? Put(kind, inNamespace, name, before.ToJsonObject(), "DELETED", before)
                : null;
        }
    }

    /// <summary>Changes of a kind after a revision, the revision up to which they are complete, and a task that completes at the next change.</summary>
    /// <returns>Null changes when that revision is older than what is remembered.</returns>
    public (IReadOnlyList<StoredChange>? Changes, long Revision, Task Next) ChangesAfter(ResourceKind kind, string? inNamespace, long after)
    {
        lock (gate)
        {
            if (after < forgotten)
                return (null, revision, changed.Task);
            return ([.. history
                .Where(entry => entry.Kind == kind && entry.Change.Object.Revision > after && (inNamespace is null || entry.Change.Object.Namespace == inNamespace))
                .Select(entry => entry.Change)], revision, changed.Task);
        }
    }

    private StoredObject Put(ResourceKind kind, string inNamespace, string name, JsonObject content, string type, StoredObject? before)
    {
        content["kind"] = kind.Kind;
        content["apiVersion"] = kind.ApiVersion;
        var metadata = content["metadata"]!.AsObject();
        metadata["name"] = name;
        if (kind.Namespaced)
            metadata["namespace"] = inNamespace;
        metadata["resourceVersion"] = (++revision).ToString(CultureInfo.InvariantCulture);
        var stored = new StoredObject(inNamespace, name, revision, metadata.Map("labels"), content.ToJsonString());
        var key = (kind, inNamespace, name);
        objects = type == "DELETED" ? objects.Remove(key) : objects.SetItem(key, stored);
        history = history.Add((kind, new StoredChange(type, stored, before)));
        if (history.Count > historyLength)
        {
            forgotten = history[0].Change.Object.Revision;
            history = history.RemoveAt(0);
        }
        var waiting = changed;
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.SetResult();
        return stored;
    }
}
