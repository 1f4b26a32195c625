using System.Security.Cryptography;
using System.Text;
using NovaCron.Validation.StandIns.Kubernetes.Metrics;
using NovaCron.Validation.StandIns.Kubernetes.Store;

namespace NovaCron.Validation.StandIns.Kubernetes.Server;

/// <summary>The API server: who may ask, what is asked, and the count of it.</summary>
/// <param name="store">The objects.</param>
/// <param name="token">The service account's token.</param>
/// <param name="cadvisor">Reads the node's container metrics, in Prometheus' text format.</param>
/// <param name="time">The clock.</param>
internal sealed class ApiServer(ResourceStore store, string token, Func<string> cadvisor, TimeProvider time)
{
    private readonly ApiReads reads = new(store, time);
    private readonly ApiWrites writes = new(store, time);
    private readonly RequestCounters counters = new();
    private readonly byte[] authorization = Encoding.UTF8.GetBytes($"Bearer {token.Trim()}");

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (ApiStatusException refused)
        {
            await ApiWriting.WriteAsync(context, refused.Status.Code, refused.Status.ToJson().ToJsonString());
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client went: a watch ends that way.
        }
        finally
        {
            counters.Add(RequestLabels.Of(context.Request.Method, context.Request.Path.Value ?? "", ApiReads.IsWatch(context.Request), context.Response.StatusCode));
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path is "/healthz" or "/livez" or "/readyz")
            return ApiWriting.WriteAsync(context, 200, "ok", "text/plain; charset=utf-8");
        if (path == "/version")
            return ApiWriting.WriteAsync(context, 200, """{"major":"1","minor":"0","gitVersion":"v1.0.0-novacron-validation-stand-in","platform":"linux/amd64"}""");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()), authorization))
            throw new ApiStatusException(ApiStatus.Unauthorized);
        if (path == "/metrics")
            return ApiWriting.WriteAsync(context, 200, ApiServerMetrics.Format(counters), MetricText.ContentType);
        var parsed = ApiPath.Parse(path) ?? throw new ApiStatusException(ApiStatus.NoSuchPath);
        if (parsed is { Subresource: "proxy/metrics/cadvisor" } && parsed.Kind == ResourceKind.Nodes)
            return CadvisorAsync(context, parsed);
        return HttpMethods.IsGet(context.Request.Method) ? reads.HandleAsync(context, parsed) : writes.HandleAsync(context, parsed);
    }

    private Task CadvisorAsync(HttpContext context, ApiPath path)
    {
        if (store.Get(ResourceKind.Nodes, "", path.Name!) is null)
            throw new ApiStatusException(ApiStatus.NotFound(path.Kind.Plural, path.Name!));
        return ApiWriting.WriteAsync(context, 200, cadvisor(), MetricText.ContentType);
    }
}
