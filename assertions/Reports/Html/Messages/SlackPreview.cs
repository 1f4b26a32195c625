using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Reports.Html.Messages;

/// <summary>A message in Slack.</summary>
/// <param name="Request">The request as received.</param>
/// <param name="Read">What the assertions read in it.</param>
/// <param name="UserName">Under which name it stands in the channel.</param>
/// <param name="Text">Lines above the attachments.</param>
/// <param name="Attachments">Attachments.</param>
public sealed record SlackPreview(
    ReceivedRequest Request, Notification Read, string UserName, ImmutableArray<ImmutableArray<Piece>> Text, ImmutableArray<SlackAttachment> Attachments)
    : MessagePreview(Request, Read)
{
    internal static SlackPreview Of(ReceivedRequest request, Notification read, JsonElement root)
    {
        var attachments = root.TryGetProperty("attachments", out var parts) && parts.ValueKind == JsonValueKind.Array
            ? parts.EnumerateArray().Select(SlackAttachment.Of).ToImmutableArray()
            : [];
        return new SlackPreview(request, read, root.Text("username"), Lines(root.Text("text")), attachments);
    }

    internal static ImmutableArray<ImmutableArray<Piece>> Lines(string text) => text.Length == 0 ? [] : SlackMarkup.Lines(text);
}

/// <summary>An attachment: what Alertmanager's messages consist of.</summary>
/// <param name="Colour">Colour of its bar: good, warning, danger or <c>#rrggbb</c>; empty for Slack's grey.</param>
/// <param name="Pretext">Lines above it.</param>
/// <param name="Title">Its title; empty for none.</param>
/// <param name="TitleLink">Where the title leads; empty for nowhere.</param>
/// <param name="Text">Its lines.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Fallback">What stands in a notification on a phone or a desktop.</param>
/// <param name="Footer">Its last line; empty for none.</param>
public sealed partial record SlackAttachment(
    string Colour,
    ImmutableArray<ImmutableArray<Piece>> Pretext,
    ImmutableArray<Piece> Title,
    string TitleLink,
    ImmutableArray<ImmutableArray<Piece>> Text,
    ImmutableArray<PreviewField> Fields,
    string Fallback,
    string Footer)
{
    internal static SlackAttachment Of(JsonElement part)
    {
        var own = part.ValueKind == JsonValueKind.Object && part.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? fields.EnumerateArray().Select(f => new PreviewField(f.Text("title"), f.Text("value") is { Length: > 0 } value ? SlackMarkup.Line(value) : [new Piece(PieceKind.Empty, "empty")])).ToImmutableArray()
            : [];
        var colour = part.Text("color");
        return new SlackAttachment(
            colour is "good" or "warning" or "danger" || HexColour().IsMatch(colour) ? colour : "",
            SlackPreview.Lines(part.Text("pretext")),
            part.Text("title") is { Length: > 0 } title ? Leftovers.In(title) : [new Piece(PieceKind.Empty, "no title")],
            part.Text("title_link"),
            part.Text("text") is { Length: > 0 } text ? SlackMarkup.Lines(text) : own.IsEmpty ? [[new Piece(PieceKind.Empty, "no text")]] : [],
            own,
            part.Text("fallback"),
            part.Text("footer"));
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex HexColour();
}
