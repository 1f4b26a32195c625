using NovaCron.Validation.StandIns.Api.Inventory;
using NovaCron.Validation.StandIns.Api.Logging;
using NovaCron.Validation.StandIns.Api.Metrics;

namespace NovaCron.Validation.StandIns.Api.Http;

/// <summary>Turns failures into statuses, counts and times every request, and logs those that failed or were slow.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="metrics">Where requests are counted.</param>
/// <param name="log">Where failures and slow requests are logged.</param>
/// <param name="time">The time.</param>
internal sealed class RequestObserver(RequestDelegate next, HttpMetrics metrics, JsonLog log, TimeProvider time)
{
    /// <summary>The status of a request whose client went away before the answer, as nginx logs it.</summary>
    public const int ClientClosedRequest = 499;

    /// <summary>Handles a request.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        var error = await HandleAsync(context);
        var duration = time.GetElapsedTime(started);
        var path = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? HttpMetrics.Unmatched;
        var status = context.RequestAborted.IsCancellationRequested && error is OperationCanceledException
            ? ClientClosedRequest
            : context.Response.StatusCode;
        metrics.Count(Method(context), path, $"{status}", duration.TotalSeconds);
        Log(context, status, duration, error);
    }

    private async Task<Exception?> HandleAsync(HttpContext context)
    {
        try
        {
            await next(context);
            return null;
        }
        catch (OperationCanceledException e) when (context.RequestAborted.IsCancellationRequested)
        {
            return e;
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(context, e.StatusCode, e.Message);
            return e;
        }
        catch (DatabaseException e)
        {
            await AnswerAsync(context, e.IsUnavailable ? 503 : 500, $"the database did not do it: {e.Message}");
            return e;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, 500, $"unexpected {e.GetType().Name}: {e.Message}");
            return e;
        }
    }

    private static async Task AnswerAsync(HttpContext context, int status, string error)
    {
        if (!context.Response.HasStarted)
            await context.ErrorAsync(status, error);
    }

    private void Log(HttpContext context, int status, TimeSpan duration, Exception? error)
    {
        if (status < 500 && duration <= LogDuration.Slow)
            return;
        log.Write(
            status >= 500 ? LogSeverity.Error : LogSeverity.Warn,
            "api",
            status >= 500 ? "request failed" : "slow request",
            new LogField("method", Method(context)),
            new LogField("path", context.Request.Path.Value),
            new LogField("status", status),
            new LogField("duration", LogDuration.Format(duration)),
            new LogField("error", error?.Message));
    }

    /// <summary>A client can make up methods; the label must not grow with them.</summary>
    private static string Method(HttpContext context) =>
        context.Request.Method is "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "PATCH" or "OPTIONS" ? context.Request.Method : "other";
}
