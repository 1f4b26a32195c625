using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>What both versions of PagerDuty's Events API have in common.</summary>
internal static class PagerDutyEvents
{
    /// <summary>What an event may do, in both versions.</summary>
    public static IReadOnlyList<string> Actions { get; } = ["trigger", "acknowledge", "resolve"];

    /// <summary>The answer to an event that was taken.</summary>
    /// <param name="statusCode">200 in version 1, 202 in version 2.</param>
    /// <param name="keyName">The member that carries the incident's key.</param>
    /// <param name="key">The key that came with the event; null to have one made.</param>
    public static Answer Processed(int statusCode, string keyName, string? key) => Answer.Json(statusCode, new JsonObject
    {
        ["status"] = "success",
        ["message"] = "Event processed",
        [keyName] = key ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
    });

    /// <summary>The answer to an event that was refused.</summary>
    public static Answer Invalid(IEnumerable<string> errors) => Answer.Json(StatusCodes.Status400BadRequest, new JsonObject
    {
        ["status"] = "invalid event",
        ["message"] = "Event object is invalid",
        ["errors"] = new JsonArray([.. errors.Select(error => (JsonNode)error)]),
    });
}
