using System.Collections.Immutable;
using System.Text.Json;

namespace NovaCron.Validation.Assertions.Notifications;

/// <summary>Reads Alertmanager's own webhook format: status, and the labels and annotations of every alert.</summary>
internal static class WebhookMessage
{
    public static Notification Read(Notification unread, JsonElement root, JsonElement alerts)
    {
        var fields = ImmutableArray.CreateBuilder<NotificationField>();
        fields.Add(new NotificationField("receiver", root.Text("receiver")));
        foreach (var alert in alerts.EnumerateArray())
        {
            foreach (var part in new[] { "labels", "annotations" })
            {
                if (alert.ValueKind == JsonValueKind.Object && alert.TryGetProperty(part, out var pairs) && pairs.ValueKind == JsonValueKind.Object)
                {
                    fields.AddRange(pairs.EnumerateObject().Select(p => new NotificationField(p.Name, p.Value.Text())));
                }
            }
        }

        var status = root.Text("status");
        return unread with
        {
            Status = status switch
            {
                "firing" => NotificationStatus.Firing,
                "resolved" => NotificationStatus.Resolved,
                _ => NotificationStatus.Unknown,
            },
            StatusEvidence = $"status is \"{status}\"",
            Alerts = [.. fields.Where(f => f.Name == "alertname").Select(f => f.Value).Distinct().Order(StringComparer.Ordinal)],
            Fields = fields.ToImmutable(),
        };
    }
}
