using System.Collections.Immutable;
using System.Text.Json;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Reports.Html.Messages;

/// <summary>A message as its receiver would have shown it.</summary>
/// <param name="Request">The request as received.</param>
/// <param name="Read">What the assertions read in it.</param>
public abstract record MessagePreview(ReceivedRequest Request, Notification Read)
{
    /// <summary>Whether the receiver took it. What it refused was seen by nobody.</summary>
    public bool IsAccepted => Request.StatusCode is >= 200 and < 300;

    /// <summary>Whether it is the suite's own probe's.</summary>
    public bool IsHeartbeat => NotificationLog.IsHeartbeat(Read);

    /// <summary>Whether the message speaks of an alert, or names none at all.</summary>
    public bool MaySpeakOf(string alert) => Read.Alerts.Contains(alert) || Read.Alerts.IsEmpty;

    /// <summary>The preview of a request.</summary>
    /// <param name="cell">Cell in which it arrived.</param>
    /// <param name="request">Request.</param>
    /// <param name="knownAlerts">Names of alerts that it may speak of.</param>
    public static MessagePreview Of(string cell, ReceivedRequest request, IReadOnlyCollection<string> knownAlerts)
    {
        var read = NotificationParser.Parse(request, knownAlerts) with { Cell = cell };
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? new RawPreview(request, read)
                : read.Channel.Protocol switch
                {
                    "slack" => SlackPreview.Of(request, read, root),
                    "pagerduty" => PagerDutyPreview.Of(request, read, root),
                    _ => WebhookPreview.Of(request, read, root),
                };
        }
        catch (JsonException)
        {
            return new RawPreview(request, read);
        }
    }
}

/// <summary>A message that no receiver could have read.</summary>
/// <param name="Request">The request as received.</param>
/// <param name="Read">What the assertions read in it.</param>
public sealed record RawPreview(ReceivedRequest Request, Notification Read) : MessagePreview(Request, Read);

/// <summary>A name and its value in a message.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value in pieces; a single <see cref="PieceKind.Empty"/> piece where there is none.</param>
public sealed record PreviewField(string Name, ImmutableArray<Piece> Value)
{
    /// <summary>A field whose value is plain text.</summary>
    public static PreviewField Plain(string name, string value) =>
        new(name, string.IsNullOrWhiteSpace(value) ? [new Piece(PieceKind.Empty, "empty")] : Leftovers.In(value));
}
