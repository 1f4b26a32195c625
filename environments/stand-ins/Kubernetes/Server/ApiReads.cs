using System.Globalization;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Server;

/// <summary>List, watch and get.</summary>
/// <param name="store">The objects.</param>
/// <param name="time">Paces watches.</param>
internal sealed class ApiReads(ResourceStore store, TimeProvider time)
{
    private static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(30);

    /// <summary>Whether a request asks for a watch.</summary>
    public static bool IsWatch(HttpRequest request) => request.Query["watch"].ToString() is "true" or "1";

    /// <summary>Answers a GET.</summary>
    public Task HandleAsync(HttpContext context, ApiPath path)
    {
        if (path.Name is not null)
            return GetAsync(context, path);
        if (context.Request.Query["fieldSelector"].ToString().Length > 0)
            throw new ApiStatusException(ApiStatus.BadRequest("field selectors are not supported by this stand-in"));
        return IsWatch(context.Request) ? WatchAsync(context, path) : ListAsync(context, path);
    }

    private Task GetAsync(HttpContext context, ApiPath path)
    {
        var found = store.Get(path.Kind, path.Namespace ?? "", path.Name!) ?? throw new ApiStatusException(ApiStatus.NotFound(path.Kind.Plural, path.Name!));
        return path.Subresource switch
        {
            "" or "status" => ApiWriting.WriteAsync(context, 200, found.Json),
            "scale" when path.Kind == ResourceKind.Deployments => ApiWriting.WriteAsync(context, 200, ApiWrites.Scale(found.ToJsonObject()).ToJsonString()),
            _ => throw new ApiStatusException(ApiStatus.NoSuchPath),
        };
    }

    // Limits are not kept: a server may always answer with the whole list.
    private Task ListAsync(HttpContext context, ApiPath path)
    {
        var selector = LabelSelector.Parse(context.Request.Query["labelSelector"].ToString());
        var (found, revision) = store.List(path.Kind, path.Namespace);
        var items = string.Join(',', found.Where(one => selector.Matches(one.Labels)).Select(one => one.Json));
        return ApiWriting.WriteAsync(context, 200,
            $"{{\"kind\":\"{path.Kind.Kind}List\",\"apiVersion\":\"{path.Kind.ApiVersion}\",\"metadata\":{{\"resourceVersion\":\"{revision}\"}},\"items\":[{items}]}}");
    }

    private Task WatchAsync(HttpContext context, ApiPath path)
    {
        var query = context.Request.Query;
        var sendInitialEvents = query["sendInitialEvents"].ToString();
        var match = query["resourceVersionMatch"].ToString();
        if (sendInitialEvents.Length > 0 && match != "NotOlderThan")
            throw new ApiStatusException(ApiStatus.Invalid("resourceVersionMatch: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
        if (sendInitialEvents.Length == 0 && match.Length > 0)
            throw new ApiStatusException(ApiStatus.Invalid("resourceVersionMatch: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"));
        var bookmarks = query["allowWatchBookmarks"].ToString() is "true" or "1";
        if (sendInitialEvents == "true" && !bookmarks)
            throw new ApiStatusException(ApiStatus.Invalid("sendInitialEvents: sendInitialEvents requires allowWatchBookmarks"));
        var version = Revision(query["resourceVersion"].ToString());
        var fromPresent = sendInitialEvents == "true" || sendInitialEvents.Length == 0 && version is null or 0;
        var after = fromPresent ? null : version is null or 0 ? store.List(path.Kind).Revision : version;
        var timeout = int.TryParse(query["timeoutSeconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : LongestWatch;
        var watch = new WatchQuery(path, LabelSelector.Parse(query["labelSelector"].ToString()), after, sendInitialEvents == "true", bookmarks, timeout);
        return new WatchStream(store, time).WriteAsync(context.Response, watch, context.RequestAborted);
    }

    private static long? Revision(string text) => text.Length == 0
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : throw new ApiStatusException(ApiStatus.BadRequest($"resourceVersion: Invalid value: \"{text}\""));
}
