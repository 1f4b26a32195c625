using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Assertions.Checks.Routes;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Messages;

/// <summary>A message that reads a group label by which nothing is grouped, or a label or an annotation that no alert on its way has.</summary>
public sealed class EmptyField : ICheck
{
    /// <inheritdoc/>
    public string Name => "message/empty-field";

    /// <inheritdoc/>
    public string About => "a message that reads a group label by which its routes do not group, or what no alert that can reach it has";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var files = TemplateFiles.Of(subject);
        return from template in MessageTemplate.Of(subject)
               where template.Parsed is not null
               let routes = subject.Routed.RoutesTo(template.Receiver.Name).ToList()
               let alerts = subject.Routed.Reaching(template.Receiver.Name).ToList()
               from read in FieldReader.OfMessage(template.Parsed!, template.Source, files.Find)
               where read.IsShown
               let found = InGroup(read, template.Receiver, routes, alerts) ?? InAlerts(read, template.Receiver, alerts)
               where found is not null
               select found;
    }

    private Finding? InGroup(FieldRead read, Receiver receiver, IReadOnlyList<Route> routes, IReadOnlyList<RoutedRule> alerts)
    {
        if (read.KeyIn("GroupLabels") is not { } label || routes.Count == 0 || routes.Any(r => r.GroupsByAll || r.GroupBy.Contains(label)))
        {
            return null;
        }

        var grouped = routes.SelectMany(r => r.GroupBy).Distinct().ToList();
        var isCarried = alerts.Count == 0 || alerts.Any(a => a.Labels[label].Presence != Presence.Never);
        return Finding(
            Severity.Error, receiver, read,
            $"{read.Text} is always empty: GroupLabels holds only what the routes to {receiver.Name} group by, {(grouped.Count == 0 ? "which is nothing" : string.Join(", ", grouped))}",
            isCarried ? $"read .CommonLabels.{label}, or add {label} to group_by" : "do not read it");
    }

    private Finding? InAlerts(FieldRead read, Receiver receiver, IReadOnlyList<RoutedRule> alerts)
    {
        if (alerts.Count == 0)
        {
            return null;
        }

        var label = read.KeyIn("CommonLabels") ?? read.KeyIn("Alerts", FieldRead.Element, "Labels");
        var annotation = read.KeyIn("CommonAnnotations") ?? read.KeyIn("Alerts", FieldRead.Element, "Annotations");
        var (kind, name) = label is not null && alerts.All(a => a.Labels[label].Presence == Presence.Never) ? ("label", label)
            : annotation is not null && alerts.All(a => !a.Rule.Rule.Annotations.ContainsKey(annotation)) ? ("annotation", annotation)
            : ("", "");
        return kind.Length == 0 ? null : Finding(
            Severity.Warning, receiver, read, $"{read.Text} is always empty: no alert of this configuration that can reach {receiver.Name} has the {kind} {name}", $"add the {kind} to the rules, or do not read it");
    }

    private Finding Finding(Severity severity, Receiver receiver, FieldRead read, string message, string fix) => new()
    {
        Check = Name,
        Severity = severity,
        Subject = receiver.Name,
        Position = read.Place.Position,
        Length = read.Place.Length,
        Message = message,
        Fix = fix,
    };
}
