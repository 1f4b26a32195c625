using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Notifications;

/// <summary>
/// Reads a PagerDuty event: Events API v1 (<c>service_key</c>, <c>incident_key</c>, <c>event_type</c>, <c>description</c>, <c>details</c>)
/// and v2 (<c>routing_key</c>, <c>dedup_key</c>, <c>event_action</c>, <c>payload</c> with <c>custom_details</c>). The status is explicit in both.
/// </summary>
internal static class PagerDutyMessage
{
    public static Notification Read(Notification unread, JsonElement root, IReadOnlyCollection<string> knownAlerts)
    {
        var second = root.TryGetProperty("routing_key", out _);
        var fields = second ? Version2(root) : Version1(root);
        var action = root.Text(second ? "event_action" : "event_type");
        return unread with
        {
            Channel = new Channel("pagerduty", root.Text(second ? "routing_key" : "service_key")),
            Status = action switch
            {
                "trigger" => NotificationStatus.Firing,
                "resolve" => NotificationStatus.Resolved,
                _ => NotificationStatus.Unknown,
            },
            StatusEvidence = $"{(second ? "event_action" : "event_type")} is \"{action}\"",
            Alerts = Message.AlertsIn(knownAlerts, fields.Where(f => f.Name is not "client_url").Select(f => f.Value)),
            Fields = fields,
        };
    }

    private static ImmutableArray<NotificationField> Version1(JsonElement root) =>
        [.. Properties(root, "service_key", "details"), .. Nested(root, "details")];

    private static ImmutableArray<NotificationField> Version2(JsonElement root)
    {
        var fields = Properties(root, "routing_key", "payload");
        if (root.TryGetProperty("payload", out var payload) && payload.ValueKind == JsonValueKind.Object)
        {
            // A v1 reader calls the summary "description": both names find it.
            var summary = new NotificationField("description", payload.Text("summary"));
            fields = [.. fields, summary, .. Properties(payload, "custom_details"), .. Nested(payload, "custom_details")];
        }

        return [.. fields];
    }

    private static NotificationField[] Nested(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var details) && details.ValueKind == JsonValueKind.Object ? Properties(details) : [];

    private static NotificationField[] Properties(JsonElement parent, params string[] except) =>
        [.. parent.EnumerateObject().Where(p => !except.Contains(p.Name)).Select(p => new NotificationField(p.Name, p.Value.Text()))];
}
