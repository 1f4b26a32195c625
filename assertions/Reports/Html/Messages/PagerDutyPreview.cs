using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Reports.Html.Messages;

/// <summary>An incident in PagerDuty.</summary>
/// <param name="Request">The request as received.</param>
/// <param name="Read">What the assertions read in it.</param>
/// <param name="Action">trigger, acknowledge or resolve.</param>
/// <param name="Description">What stands in the list of incidents and in a push message.</param>
/// <param name="Severity">Severity; null where the message has none.</param>
/// <param name="Client">Who reports it.</param>
/// <param name="ClientAddress">Where its link leads.</param>
/// <param name="Details">Its details.</param>
public sealed record PagerDutyPreview(
    ReceivedRequest Request, Notification Read, string Action, ImmutableArray<Piece> Description, string? Severity, string Client, string ClientAddress, ImmutableArray<PreviewField> Details)
    : MessagePreview(Request, Read)
{
    internal static PagerDutyPreview Of(ReceivedRequest request, Notification read, JsonElement root)
    {
        var second = root.TryGetProperty("routing_key", out _);
        var payload = second && root.TryGetProperty("payload", out var found) ? found : root;
        var details = Fields(payload, second ? "custom_details" : "details");
        var description = payload.Text(second ? "summary" : "description");
        var severity = payload.Text("severity") is { Length: > 0 } own ? own : read.Values("severity").FirstOrDefault(v => v.Length > 0);
        // An event that ends an incident is matched by its key: neither text nor severity is shown to anybody.
        return new PagerDutyPreview(
            request, read, root.Text(second ? "event_action" : "event_type"),
            description.Length > 0 ? Leftovers.In(description) : [new Piece(PieceKind.Empty, "no description")],
            severity, root.Text("client"), root.Text("client_url"), details);
    }

    private static ImmutableArray<PreviewField> Fields(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var details) && details.ValueKind == JsonValueKind.Object
            ? [.. details.EnumerateObject().Select(p => PreviewField.Plain(p.Name, p.Value.Text()))]
            : [];
}
