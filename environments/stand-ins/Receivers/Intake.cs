using System.Collections.Immutable;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>Takes a request, decides what the real service would answer, and keeps both.</summary>
internal sealed class Intake(RequestLog log, TimeProvider time)
{
    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        Answer answer;
        var body = "";
        try
        {
            using var reader = new StreamReader(request.Body);
            body = await reader.ReadToEndAsync(context.RequestAborted);
            answer = AnswerTo(request, body);
        }
        catch (BadHttpRequestException refused)
        {
            answer = new Answer(refused.StatusCode, "text/plain; charset=utf-8", refused.Message);
        }
        if (!log.TryAdd(Describe(request, body, answer.StatusCode, time.GetUtcNow())))
            answer = new Answer(StatusCodes.Status507InsufficientStorage, "text/plain; charset=utf-8", "the stand-in keeps every request and has no room left");
        context.Response.StatusCode = answer.StatusCode;
        context.Response.ContentType = answer.ContentType;
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static Answer AnswerTo(HttpRequest request, string body)
    {
        var path = request.Path.Value ?? "";
        if (path.StartsWith("/webhook/", StringComparison.Ordinal))
            return Answer.Taken;
        if (!HttpMethods.IsPost(request.Method))
            return Answer.NotFound;
        return (request.Host.Host.ToLowerInvariant(), path) switch
        {
            ("hooks.slack.com", _) when path.StartsWith("/services/", StringComparison.Ordinal) => SlackWebhook.To(request.ContentType, body),
            ("events.pagerduty.com", "/generic/2010-04-15/create_event.json") => PagerDutyEventsV1.To(body),
            ("events.pagerduty.com", "/v2/enqueue") => PagerDutyEventsV2.To(body),
            _ => Answer.NotFound,
        };
    }

    private static ReceivedRequest Describe(HttpRequest request, string body, int statusCode, DateTimeOffset receivedAt) => new(
        0,
        receivedAt,
        request.Host.Host.ToLowerInvariant(),
        request.Method,
        request.Path.Value + request.QueryString.Value,
        request.Headers.ToImmutableSortedDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal),
        body,
        statusCode);
}
