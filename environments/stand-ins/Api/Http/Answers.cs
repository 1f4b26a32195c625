using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NovaCron.Validation.StandIns.Api.Http;

/// <summary>Writes answers.</summary>
internal static class Answers
{
    /// <summary>Answers with JSON.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="value">The body.</param>
    /// <param name="type">How to write it.</param>
    public static async Task JsonAsync<TValue>(this HttpContext context, int status, TValue value, JsonTypeInfo<TValue> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Answers that something is wrong.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="error">What is wrong.</param>
    public static Task ErrorAsync(this HttpContext context, int status, string error) =>
        context.JsonAsync(status, new ApiError(error), ApiJson.Default.ApiError);
}
