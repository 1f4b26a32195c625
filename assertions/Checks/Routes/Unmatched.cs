using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Assertions.Routing;

namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>A route whose matchers no alert of the configuration fulfils.</summary>
public sealed class Unmatched : ICheck
{
    /// <inheritdoc/>
    public string Name => "route/unmatched";

    /// <inheritdoc/>
    public string About => "a route whose matchers no alert of the configuration fulfils";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var rules = RoutedRule.Of(subject);
        return from reach in rules.IsEmpty ? [] : RouteReachability.Of(subject.Routes!)
               where reach.Enters != Reach.Unreachable
               let path = RouteText.FromRoot(subject.Folder.Alertmanager!.Route, reach.Route)
               where rules.All(r => r.Labels.Fulfils(path.SelectMany(p => p.Matchers)) == Certainty.No)
               let place = RouteText.Place(reach.Route)
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Info,
                   Subject = reach.Route.Receiver,
                   Position = place.Position,
                   Length = place.Length,
                   Message = $"no alert of this configuration matches {string.Join(" and ", path.SelectMany(p => p.Matchers))}",
                   Fix = "check the matchers, unless alerts from elsewhere come here",
               };
    }
}
