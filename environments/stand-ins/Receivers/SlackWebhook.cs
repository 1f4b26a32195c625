using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>Slack's incoming webhook: <c>POST hooks.slack.com/services/…</c>. It answers in plain words, never in JSON.</summary>
internal static class SlackWebhook
{
    private const string PlainWords = "text/html";

    /// <summary>What Slack answers to a message.</summary>
    /// <param name="contentType">The request's media type; a form carries the message in <c>payload</c>.</param>
    /// <param name="body">The request's body.</param>
    public static Answer To(string? contentType, string body) => Message(contentType, body) switch
    {
        null => new Answer(StatusCodes.Status400BadRequest, PlainWords, "invalid_payload"),
        var message when !HasContent(message) => new Answer(StatusCodes.Status400BadRequest, PlainWords, "no_text"),
        _ => new Answer(StatusCodes.Status200OK, PlainWords, "ok"),
    };

    private static JsonObject? Message(string? contentType, string body) =>
        contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && QueryHelpers.ParseQuery(body).TryGetValue("payload", out var payload)
            ? JsonBody.Parse(payload.ToString())
            : JsonBody.Parse(body);

    private static bool HasContent(JsonObject message) =>
        JsonBody.Text(message["text"]) is not null
        || message["attachments"] is JsonArray { Count: > 0 }
        || message["blocks"] is JsonArray { Count: > 0 };
}
