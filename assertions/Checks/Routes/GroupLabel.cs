using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>A label in <c>group_by</c> that no alert of the configuration has.</summary>
public sealed class GroupLabel : ICheck
{
    /// <inheritdoc/>
    public string Name => "route/group-label";

    /// <inheritdoc/>
    public string About => "a label in group_by that no alert which can come there has";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from route in subject.Folder.Alertmanager?.Route.WithDescendants() ?? []
        where !route.GroupByTexts.IsEmpty
        let here = Inheriting(route).SelectMany(subject.Routed.EndingAt).ToList()
        where here.Count > 0
        from label in route.GroupByTexts
        where label.Value != Route.AllLabels && here.All(r => r.Labels[label.Value].Presence == Presence.Never)
        let place = TextPlace.Of(label)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Info,
            Subject = route.Receiver,
            Position = place.Position,
            Length = place.Length,
            Message = $"no alert of this configuration that comes here has the label {label}, so that it parts no groups",
            Fix = "group by a label that alerts have, or leave it out",
        };

    // The route and those below it that group as it does.
    private static IEnumerable<Route> Inheriting(Route route) => route.Routes.Where(r => r.GroupByTexts.IsEmpty).SelectMany(Inheriting).Prepend(route);
}
