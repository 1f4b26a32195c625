using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Kubernetes.Server;

/// <summary>The API's error and success answer.</summary>
/// <param name="Code">HTTP status.</param>
/// <param name="Reason">Kubernetes' word for it, such as <c>NotFound</c>.</param>
/// <param name="Message">Text for people.</param>
internal sealed record ApiStatus(int Code, string Reason, string Message)
{
    /// <summary>No or a wrong token.</summary>
    public static ApiStatus Unauthorized { get; } = new(401, "Unauthorized", "Unauthorized");

    /// <summary>Nothing is served under that path.</summary>
    public static ApiStatus NoSuchPath { get; } = new(404, "NotFound", "the server could not find the requested resource");

    /// <summary>The object does not exist.</summary>
    public static ApiStatus NotFound(string plural, string name) => new(404, "NotFound", $"{plural} \"{name}\" not found");

    /// <summary>The object exists already.</summary>
    public static ApiStatus AlreadyExists(string plural, string name) => new(409, "AlreadyExists", $"{plural} \"{name}\" already exists");

    /// <summary>The object or the query cannot be accepted.</summary>
    public static ApiStatus Invalid(string message) => new(422, "Invalid", message);

    /// <summary>The body cannot be read.</summary>
    public static ApiStatus BadRequest(string message) => new(400, "BadRequest", message);

    /// <summary>The method is not served for that path.</summary>
    public static ApiStatus MethodNotAllowed { get; } = new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");

    /// <summary>The watch asks for a history that is forgotten.</summary>
    public static ApiStatus Expired(long revision) => new(410, "Expired", $"too old resource version: {revision}");

    /// <summary>As JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["metadata"] = new JsonObject(),
        ["status"] = Code < 300 ? "Success" : "Failure",
        ["message"] = Message,
        ["reason"] = Reason,
        ["code"] = Code,
    };
}

/// <summary>A request that ends with a status.</summary>
internal sealed class ApiStatusException(ApiStatus status) : Exception(status.Message)
{
    /// <summary>The answer.</summary>
    public ApiStatus Status { get; } = status;
}
