using System.Text.Json.Nodes;

namespace NovaCron.Validation.StandIns.Receivers;

/// <summary>
/// PagerDuty's Events API v1: <c>POST events.pagerduty.com/generic/2010-04-15/create_event.json</c>.
/// The real service also refuses a service key that is not 32 characters long; this one takes any, since the strategy's key is a placeholder.
/// </summary>
internal static class PagerDutyEventsV1
{
    /// <summary>What PagerDuty answers to an event.</summary>
    public static Answer To(string body)
    {
        if (JsonBody.Parse(body) is not { } message)
            return PagerDutyEvents.Invalid(["The request body is not a JSON object"]);
        var errors = Errors(message).ToList();
        return errors.Count > 0
            ? PagerDutyEvents.Invalid(errors)
            : PagerDutyEvents.Processed(StatusCodes.Status200OK, "incident_key", JsonBody.Text(message["incident_key"]));
    }

    private static IEnumerable<string> Errors(JsonObject message)
    {
        var type = JsonBody.Text(message["event_type"]);
        if (JsonBody.Text(message["service_key"]) is null)
            yield return "Service key can't be blank";
        if (type is null)
            yield return "Event type can't be blank";
        else if (!PagerDutyEvents.Actions.Contains(type))
            yield return $"Event type '{type}' is not one of {string.Join(", ", PagerDutyEvents.Actions)}";
        if (type == "trigger" && JsonBody.Text(message["description"]) is null)
            yield return "Description can't be blank";
        if (type is "acknowledge" or "resolve" && JsonBody.Text(message["incident_key"]) is null)
            yield return "Incident key can't be blank";
    }
}
