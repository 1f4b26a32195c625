using System.Text.RegularExpressions;
using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Messages;

/// <summary>What a message template reads when one alert alone is in the message.</summary>
/// <param name="Rule">The alert's rule.</param>
/// <param name="Labels">The labels that its alerts have at Alertmanager.</param>
/// <param name="Receiver">Who gets the message.</param>
/// <param name="Routes">The routes that lead there; the root where none does.</param>
internal sealed partial record SketchedAlert(CheckedRule Rule, LabelFlow Labels, string Receiver, IReadOnlyList<Route> Routes)
{
    /// <summary>The text of a value that is read, with the marks of <see cref="MessageSketch"/> in it where it is not known.</summary>
    public string ValueOf(FieldRead read)
    {
        if (read.KeyIn("GroupLabels") is { } group)
        {
            return OfGroup(group);
        }

        if ((read.KeyIn("CommonLabels") ?? read.KeyIn("Alerts", FieldRead.Element, "Labels")) is { } label)
        {
            return OfLabel(label);
        }

        return (read.KeyIn("CommonAnnotations") ?? read.KeyIn("Alerts", FieldRead.Element, "Annotations")) is { } annotation
            ? Actions().Replace(Rule.Rule.Annotations.GetValueOrDefault(annotation, ""), $"{MessageSketch.Some}")
            : read.Path is ["Receiver"] ? Receiver : $"{MessageSketch.Some}";
    }

    // Only what a route groups by is in the group's labels.
    private string OfGroup(string label)
    {
        var grouping = Routes.Count(r => r.GroupsByAll || r.GroupBy.Contains(label));
        return grouping == 0 ? "" : grouping == Routes.Count ? OfLabel(label) : $"{MessageSketch.Perhaps}";
    }

    private string OfLabel(string label) => Labels[label] switch
    {
        { Presence: Presence.Never } => "",
        { Presence: Presence.Always, Value: { } value } => value,
        { Presence: Presence.Always } => $"{MessageSketch.Some}",
        _ => $"{MessageSketch.Perhaps}",
    };

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Actions();
}
