using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Kubernetes.Server;

/// <summary>Reads and writes bodies.</summary>
internal static class ApiWriting
{
    /// <summary>Writes JSON.</summary>
    public static Task WriteAsync(HttpContext context, int statusCode, string json, string contentType = "application/json")
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    /// <summary>Reads the body as a JSON object.</summary>
    /// <exception cref="ApiStatusException">It is none.</exception>
    public static async Task<JsonObject> ReadAsync(HttpContext context) =>
        await ReadOptionalAsync(context) ?? throw new ApiStatusException(ApiStatus.BadRequest("the body of the request is not a JSON object"));

    /// <summary>Reads the body as a JSON object; null when there is none.</summary>
    public static async Task<JsonObject?> ReadOptionalAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw new ApiStatusException(ApiStatus.BadRequest($"the body of the request is not JSON: {exception.Message}"));
        }
    }
}
