using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Reports.Html.Messages;

/// <summary>A message to a generic webhook.</summary>
/// <param name="Request">The request as received.</param>
/// <param name="Read">What the assertions read in it.</param>
/// <param name="Fields">Its own fields, without the alerts.</param>
/// <param name="Alerts">Labels and annotations of each alert.</param>
public sealed record WebhookPreview(ReceivedRequest Request, Notification Read, ImmutableArray<PreviewField> Fields, ImmutableArray<WebhookAlert> Alerts)
    : MessagePreview(Request, Read)
{
    internal static WebhookPreview Of(ReceivedRequest request, Notification read, JsonElement root)
    {
        var alerts = root.TryGetProperty("alerts", out var found) && found.ValueKind == JsonValueKind.Array
            ? found.EnumerateArray().Select(a => new WebhookAlert(a.Text("status"), WebhookAlert.Pairs(a, "labels"), WebhookAlert.Pairs(a, "annotations"))).ToImmutableArray()
            : [];
        var fields = root.EnumerateObject().Where(p => p.Name != "alerts" || alerts.IsEmpty).Select(p => PreviewField.Plain(p.Name, p.Value.Text()));
        return new WebhookPreview(request, read, [.. fields], alerts);
    }
}

/// <summary>An alert in a webhook's message.</summary>
/// <param name="Status">firing or resolved.</param>
/// <param name="Labels">Labels.</param>
/// <param name="Annotations">Annotations.</param>
public sealed record WebhookAlert(string Status, ImmutableArray<PreviewField> Labels, ImmutableArray<PreviewField> Annotations)
{
    internal static ImmutableArray<PreviewField> Pairs(JsonElement alert, string name) =>
        alert.ValueKind == JsonValueKind.Object && alert.TryGetProperty(name, out var pairs) && pairs.ValueKind == JsonValueKind.Object
            ? [.. pairs.EnumerateObject().Select(p => PreviewField.Plain(p.Name, p.Value.Text()))]
            : [];
}
