using System.Text.Json;
using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>Reads a request's body without trusting it.</summary>
internal static class JsonBody
{
    /// <summary>The body as a JSON object; null when it is none.</summary>
    public static JsonObject? Parse(string body)
    {
        try
        {
            // Duplicate names surface on first access, so touch the object here.
            var parsed = JsonNode.Parse(body) as JsonObject;
            _ = parsed?.Count;
            return parsed;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A member's text; null when it is missing, of another kind, or blank.</summary>
    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;
}
