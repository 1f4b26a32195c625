using System.Globalization;
using System.Text.Json.Nodes;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Server;

/// <summary>What a watch asks for.</summary>
/// <param name="Path">Kind and namespace.</param>
/// <param name="Selector">Selects by label.</param>
/// <param name="After">Revision after which changes are wanted; null to begin with the present state.</param>
/// <param name="SendInitialEvents">Whether the end of the present state is marked by a bookmark.</param>
/// <param name="Bookmarks">Whether bookmarks are wanted now and then.</param>
/// <param name="Timeout">When the server ends the watch.</param>
internal sealed record WatchQuery(ApiPath Path, LabelSelector Selector, long? After, bool SendInitialEvents, bool Bookmarks, TimeSpan Timeout);

/// <summary>Streams changes, one JSON object a line, flushed one by one.</summary>
/// <param name="store">The objects.</param>
/// <param name="time">Paces bookmarks and the end.</param>
internal sealed class WatchStream(ResourceStore store, TimeProvider time)
{
    /// <summary>How often a quiet watch gets a bookmark, as kube-apiserver does about every minute.</summary>
    public static readonly TimeSpan BetweenBookmarks = TimeSpan.FromMinutes(1);

    /// <summary>Writes until the client goes, the time is up, or the history has been forgotten.</summary>
    public async Task WriteAsync(HttpResponse response, WatchQuery query, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json";
        var started = time.GetTimestamp();
        var after = query.After ?? await WritePresentAsync(response, query, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        while (time.GetElapsedTime(started) < query.Timeout)
        {
            var (changes, revision, next) = store.ChangesAfter(query.Path.Kind, query.Path.Namespace, after);
            if (changes is null)
            {
                await WriteLineAsync(response, "ERROR", ApiStatus.Expired(after).ToJson().ToJsonString(), cancellationToken);
                return;
            }
            foreach (var change in changes)
                await WriteChangeAsync(response, query.Selector, change, cancellationToken);
            after = Math.Max(after, revision);
            if (changes.Count > 0)
                await response.Body.FlushAsync(cancellationToken);
            if (!await WaitAsync(next, Shorter(BetweenBookmarks, query.Timeout - time.GetElapsedTime(started)), cancellationToken) && query.Bookmarks)
            {
                await WriteBookmarkAsync(response, query.Path.Kind, after, initialEventsEnd: false, cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
            }
        }
    }

    private async Task<long> WritePresentAsync(HttpResponse response, WatchQuery query, CancellationToken cancellationToken)
    {
        var (present, revision) = store.List(query.Path.Kind, query.Path.Namespace);
        foreach (var found in present.Where(found => query.Selector.Matches(found.Labels)))
            await WriteLineAsync(response, "ADDED", found.Json, cancellationToken);
        if (query.SendInitialEvents)
            await WriteBookmarkAsync(response, query.Path.Kind, revision, initialEventsEnd: true, cancellationToken);
        return revision;
    }

    // With a selector, an object that comes into view is new and one that leaves it is gone.
    private static Task WriteChangeAsync(HttpResponse response, LabelSelector selector, StoredChange change, CancellationToken cancellationToken)
    {
        var before = change.Previous is not null && selector.Matches(change.Previous.Labels);
        var now = change.Type != "DELETED" && selector.Matches(change.Object.Labels);
        return (before, now) switch
        {
            (false, false) => Task.CompletedTask,
            (false, true) => WriteLineAsync(response, "ADDED", change.Object.Json, cancellationToken),
            (true, true) => WriteLineAsync(response, "MODIFIED", change.Object.Json, cancellationToken),
            (true, false) => WriteLineAsync(response, "DELETED", change.Object.Json, cancellationToken),
        };
    }

    private static Task WriteBookmarkAsync(HttpResponse response, ResourceKind kind, long revision, bool initialEventsEnd, CancellationToken cancellationToken)
    {
        var metadata = new JsonObject { ["resourceVersion"] = revision.ToString(CultureInfo.InvariantCulture), ["creationTimestamp"] = null };
        if (initialEventsEnd)
            metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        var marker = new JsonObject { ["kind"] = kind.Kind, ["apiVersion"] = kind.ApiVersion, ["metadata"] = metadata };
        return WriteLineAsync(response, "BOOKMARK", marker.ToJsonString(), cancellationToken);
    }

    private static Task WriteLineAsync(HttpResponse response, string type, string json, CancellationToken cancellationToken) =>
        response.WriteAsync($"{{\"type\":\"{type}\",\"object\":{json}}}\n", cancellationToken);

    private async Task<bool> WaitAsync(Task next, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (limit <= TimeSpan.Zero)
            return true;
        try
        {
            await next.WaitAsync(limit, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
