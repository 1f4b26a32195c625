using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Notifications;

/// <summary>
/// Reads a Slack message: <c>title</c>, <c>text</c>, <c>color</c>, <c>fallback</c>, every <c>*Field:* value</c> line of the text,
/// a bold line of its own as <c>summary</c>, and the remaining lines as <c>body</c>.
/// </summary>
/// <remarks>
/// Slack has no status field. Alertmanager's default <c>fallback</c> begins with <c>[FIRING:n]</c> or <c>[RESOLVED]</c>, and so does its
/// default title; a configuration that sets neither in its own words leaves that explicit. Otherwise the status stays unknown here
/// and <see cref="NotificationLog"/> deduces it from the time of arrival.
/// </remarks>
internal static partial class SlackMessage
{
    public static Notification Read(Notification unread, JsonElement root, IReadOnlyCollection<string> knownAlerts)
    {
        var fields = ImmutableArray.CreateBuilder<NotificationField>();
        var parts = root.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array
            ? attachments.EnumerateArray().ToArray()
            : [root];
        foreach (var part in parts)
        {
            fields.AddRange(Part(part));
        }

        var headings = fields.Where(f => f.Name is "title" or "fallback").Select(f => f.Value).ToArray();
        var (status, evidence) = StatusOf(fields);
        return unread with
        {
            Channel = new Channel("slack", root.Text("channel")),
            Status = status,
            StatusEvidence = evidence,
            Alerts = Message.AlertsIn(knownAlerts, headings),
            Fields = fields.ToImmutable(),
        };
    }

    /// <summary>Reads a line of the text that is not empty.</summary>
    public static NotificationField Line(string line) =>
        FieldLine().Match(line) is { Success: true } field ? new NotificationField(field.Groups[1].Value.Trim(), field.Groups[2].Value.Trim())
        : BoldLine().Match(line) is { Success: true } bold ? new NotificationField("summary", bold.Groups[1].Value.Trim())
        : new NotificationField("body", line);

    private static IEnumerable<NotificationField> Part(JsonElement part)
    {
        foreach (var name in new[] { "title", "text", "color", "fallback", "pretext" })
        {
            if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out _))
            {
                yield return new NotificationField(name, part.Text(name));
            }
        }

        if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("fields", out var own) && own.ValueKind == JsonValueKind.Array)
        {
            foreach (var field in own.EnumerateArray())
            {
                yield return new NotificationField(field.Text("title"), field.Text("value"));
            }
        }

        foreach (var field in Lines(part.Text("text")))
        {
            yield return field;
        }
    }

    private static IEnumerable<NotificationField> Lines(string text)
    {
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            yield return Line(line);
        }
    }

    private static (NotificationStatus, string) StatusOf(IEnumerable<NotificationField> fields)
    {
        foreach (var field in fields.Where(f => f.Name is "fallback" or "title" or "pretext"))
        {
            if (StatusMark().Match(field.Value) is { Success: true } mark)
            {
                var status = mark.Groups[1].Value == "RESOLVED" ? NotificationStatus.Resolved : NotificationStatus.Firing;
                return (status, $"{field.Name} says {mark.Value}");
            }
        }

        return (NotificationStatus.Unknown, "neither title nor fallback says firing or resolved");
    }

    [GeneratedRegex(@"^\*([^*:]+):\*(.*)$")]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"^\*([^*]*)\*$")]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"\[(FIRING|RESOLVED)(?::\d+)?[^\]]*\]")]
    private static partial Regex StatusMark();
}
