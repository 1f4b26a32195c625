using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>What a receiver answers.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="Body">The body.</param>
internal sealed record Answer(int StatusCode, string ContentType, string Body)
{
    /// <summary>Nothing is known under this address.</summary>
    public static Answer NotFound { get; } = new(StatusCodes.Status404NotFound, "text/plain; charset=utf-8", "not found");

    /// <summary>A webhook took the message.</summary>
    public static Answer Taken { get; } = new(StatusCodes.Status200OK, "text/plain; charset=utf-8", "ok");

    /// <summary>An answer with a JSON body.</summary>
    public static Answer Json(int statusCode, JsonObject body) => new(statusCode, "application/json", body.ToJsonString());
}
