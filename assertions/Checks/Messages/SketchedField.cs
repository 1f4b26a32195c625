using NovaCron.Validation.Assertions.Checks.Templates.Reads;
using NovaCron.Validation.Assertions.Notifications;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Messages;

/// <summary>A field of a message, as whoever gets it reads it, with the marks of <see cref="MessageSketch"/> in it.</summary>
/// <param name="Name">Its name as people see it, as in <see cref="NotificationField"/>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Written">The line of the template that makes it; null for a default of Alertmanager.</param>
/// <param name="Place">Where that line stands.</param>
internal sealed record SketchedField(string Name, string Value, string? Written, SourcePosition Place)
{
    // Source: Alertmanager's notify/pagerduty/pagerduty.go, which takes "error" where no severity is set.
    private const string DefaultSeverity = "error";

    private static readonly string[] OfSlackByDefault = ["title", "text"];

    /// <summary>The fields that an integration's message for an alert has; null for an integration whose messages are not read here.</summary>
    public static IReadOnlyList<SketchedField>? Of(Integration integration, IEnumerable<MessageTemplate> templates, TemplateFiles files, SketchedAlert alert)
    {
        var sketches = templates.Where(t => ReferenceEquals(t.Integration, integration)).ToDictionary(t => t.Path);
        var settings = integration.Source.Texts().Select(s => (s.Name, Lines: Lines(s, sketches.GetValueOrDefault(s.Name), files, alert).ToList())).ToList();
        return integration.Kind switch
        {
            "slack" => [.. OfSlack(settings, integration)],
            "pagerduty" => [.. OfPagerDuty(settings, integration)],
            _ => null,
        };
    }

    // As SlackMessage reads it: every setting as a whole, the lines of the text, and the fields.
    private static IEnumerable<SketchedField> OfSlack(IReadOnlyList<(string Name, List<SketchedField> Lines)> settings, Integration integration)
    {
        foreach (var (name, lines) in settings)
        {
            yield return Whole(name, lines);
            if (name == "text")
            {
                foreach (var line in lines.Where(l => l.Value.Trim().Length > 0))
                {
                    var field = SlackMessage.Line(line.Value.Trim());
                    yield return line with { Name = field.Name, Value = field.Value };
                }
            }
            else if (name.EndsWith("].title", StringComparison.Ordinal) && settings.FirstOrDefault(s => s.Name == name[..^"title".Length] + "value").Lines is { } value)
            {
                yield return Whole(Whole(name, lines).Value, value);
            }
        }

        foreach (var name in OfSlackByDefault.Where(n => settings.All(s => s.Name != n)))
        {
            yield return new SketchedField(name, $"{MessageSketch.Anything}", null, integration.Position);
        }
    }

    private static IEnumerable<SketchedField> OfPagerDuty(IReadOnlyList<(string Name, List<SketchedField> Lines)> settings, Integration integration)
    {
        foreach (var (name, lines) in settings.Where(s => !FieldNotCarried.Drops(integration, s.Name)))
        {
            yield return Whole(name.StartsWith("details.", StringComparison.Ordinal) ? name["details.".Length..] : name, lines);
        }

        if (settings.All(s => s.Name != "description"))
        {
            yield return new SketchedField("description", $"{MessageSketch.Anything}", null, integration.Position);
        }

        if (settings.All(s => s.Name != "severity") && !FieldNotCarried.Drops(integration, "severity"))
        {
            yield return new SketchedField("severity", DefaultSeverity, null, integration.Position);
        }
    }

    private static SketchedField Whole(string name, IReadOnlyList<SketchedField> lines) =>
        lines[0] with { Name = name, Value = string.Join('\n', lines.Select(l => l.Value)).Trim() };

    // A setting line by line, each with where the template makes it.
    private static IEnumerable<SketchedField> Lines(ConfigurationEntry setting, MessageTemplate? template, TemplateFiles files, SketchedAlert alert)
    {
        if (template is null)
        {
            return [new SketchedField(setting.Name, setting.Value, setting.Value, setting.Text.Position)];
        }

        return template.Parsed is { } parsed ? Lines(setting.Name, template.Source, MessageSketch.Of(parsed, template.Source, files.Find, alert))
            : [new SketchedField(setting.Name, $"{MessageSketch.Anything}", setting.Value, setting.Text.Position)];
    }

    private static IEnumerable<SketchedField> Lines(string name, TemplateSource source, MessageSketch sketch)
    {
        var start = 0;
        foreach (var line in sketch.Text.Split('\n'))
        {
            var origin = start + line.Length - line.TrimStart().Length is var at && at < sketch.Origins.Length ? sketch.Origins[at] : 0;
            yield return new SketchedField(name, line, LineAt(source.Text, origin), source.PositionOf(origin));
            start += line.Length + 1;
        }
    }

    private static string LineAt(string text, int offset)
    {
        var start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        var end = text.IndexOf('\n', offset);
        return text[start..(end < 0 ? text.Length : end)].Trim();
    }
}
