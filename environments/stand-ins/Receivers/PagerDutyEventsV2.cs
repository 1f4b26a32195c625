using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>
/// PagerDuty's Events API v2: <c>POST events.pagerduty.com/v2/enqueue</c>.
/// The real service also refuses a routing key that is not 32 characters long; this one takes any.
/// </summary>
internal static class PagerDutyEventsV2
{
    private static readonly string[] Severities = ["critical", "error", "warning", "info"];

    /// <summary>What PagerDuty answers to an event.</summary>
    public static Answer To(string body)
    {
        if (JsonBody.Parse(body) is not { } message)
            return PagerDutyEvents.Invalid(["The request body is not a JSON object"]);
        var errors = Errors(message).ToList();
        return errors.Count > 0
            ? PagerDutyEvents.Invalid(errors)
            : PagerDutyEvents.Processed(StatusCodes.Status202Accepted, "dedup_key", JsonBody.Text(message["dedup_key"]));
    }

    private static IEnumerable<string> Errors(JsonObject message)
    {
        var action = JsonBody.Text(message["event_action"]);
        if (JsonBody.Text(message["routing_key"]) is null)
            yield return "'routing_key' is missing or blank";
        if (action is null)
            yield return "'event_action' is missing or blank";
        else if (!PagerDutyEvents.Actions.Contains(action))
            yield return $"'event_action' is invalid (must be one of {string.Join(", ", PagerDutyEvents.Actions)})";
        if (action is "acknowledge" or "resolve" && JsonBody.Text(message["dedup_key"]) is null)
            yield return "'dedup_key' is missing or blank";
        if (action == "trigger")
        {
            foreach (var error in PayloadErrors(message["payload"] as JsonObject))
                yield return error;
        }
    }

    private static IEnumerable<string> PayloadErrors(JsonObject? payload)
    {
        foreach (var name in (string[])["summary", "source"])
        {
            if (JsonBody.Text(payload?[name]) is null)
                yield return $"'payload.{name}' is missing or blank";
        }
        if (!Severities.Contains(JsonBody.Text(payload?["severity"])))
            yield return $"'payload.severity' is invalid (must be one of {string.Join(", ", Severities)})";
    }
}
