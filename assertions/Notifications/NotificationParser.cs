using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Notifications;

/// <summary>Reads a received request as Slack, PagerDuty or a webhook would. What cannot be read becomes a message without fields: it arrived, and says nothing.</summary>
public static class NotificationParser
{
    /// <summary>Reads one request.</summary>
    /// <param name="request">Request as received.</param>
    /// <param name="knownAlerts">Names of alerts that the message may speak of.</param>
    public static Notification Parse(ReceivedRequest request, IReadOnlyCollection<string> knownAlerts)
    {
        var unread = new Notification
        {
            At = request.ReceivedAt,
            Sequence = request.Sequence,
            Channel = new Channel("webhook", request.Path),
            Status = NotificationStatus.Unknown,
            StatusEvidence = "the message has no status",
            Alerts = [],
            Fields = [],
        };
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(unread, request, document.RootElement, knownAlerts)
                : unread with { StatusEvidence = "the body is no JSON object" };
        }
        catch (JsonException error)
        {
            return unread with { StatusEvidence = $"the body is no JSON: {error.Message}" };
        }
    }

    private static Notification Read(Notification unread, ReceivedRequest request, JsonElement root, IReadOnlyCollection<string> knownAlerts)
    {
        if (root.TryGetProperty("service_key", out _) || root.TryGetProperty("routing_key", out _))
        {
            return PagerDutyMessage.Read(unread, root, knownAlerts);
        }

        if (root.TryGetProperty("groupLabels", out _) && root.TryGetProperty("alerts", out var alerts) && alerts.ValueKind == JsonValueKind.Array)
        {
            return WebhookMessage.Read(unread, root, alerts);
        }

        var slack = root.TryGetProperty("attachments", out _) || root.TryGetProperty("channel", out _)
            || request.Host.Contains("slack", StringComparison.OrdinalIgnoreCase);
        return slack ? SlackMessage.Read(unread, root, knownAlerts) : unread;
    }
}

/// <summary>Helpers shared by the formats.</summary>
internal static class Message
{
    /// <summary>A property as text: a string's value, another value's JSON, the empty string when it is missing or null.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Text(value) : "";

    /// <summary>A value as text.</summary>
    public static string Text(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    /// <summary>The known alerts that occur in any of the texts as whole words, in order of name.</summary>
    public static ImmutableArray<string> AlertsIn(IReadOnlyCollection<string> knownAlerts, params IEnumerable<string> texts)
    {
        var words = texts.SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        return [.. knownAlerts.Where(words.Contains).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) || c is '_' or ':' ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => new[] { w, w.Trim(':') });
}
