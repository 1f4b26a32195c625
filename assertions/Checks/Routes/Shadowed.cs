using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>A route that alerts match and none ever enters, since earlier ones take them all.</summary>
public sealed class Shadowed : ICheck
{
    /// <inheritdoc/>
    public string Name => "route/shadowed";

    /// <inheritdoc/>
    public string About => "a route that alerts match and none ever enters, since earlier routes take them all";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        // What no labels at all can reach is another check's.
        return from reach in subject.Reaches
               where reach.Enters != Reach.Unreachable && !subject.Routed.AnyEnters(reach.Route)
               let path = subject.Routes!.NodeOf(reach.Route).FromRoot.Select(n => n.Route).ToList()
               let matchers = path.SelectMany(p => p.Matchers).ToImmutableArray()
               let matching = subject.Routed.All.Where(r => r.Labels.Fulfils(matchers) == Certainty.Yes).ToList()
               where matching.Count > 0
               select Finding(reach.Route, path, matching);
    }

    private Finding Finding(Route route, IReadOnlyList<Route> path, IReadOnlyList<RoutedRule> matching)
    {
        var takers = matching.GroupBy(rule => Taker(path, rule), ReferenceEqualityComparer.Instance).Where(g => g.Key is not null)
            .Select(g => $"{RouteText.Name((Route)g.Key!)} takes {RouteText.List([.. g.Select(r => r.Alert).Distinct()])}").ToList();
        var isTold = matching.All(rule => rule.SurelyReaches(route.Receiver));
        var place = RouteText.Place(route);
        return new Finding
        {
            Check = Name,
            Severity = isTold ? Severity.Warning : Severity.Error,
            Subject = route.Receiver,
            Position = place.Position,
            Length = place.Length,
            Message = takers.Count == 0
                ? $"no alert ever comes here, since earlier routes together take {RouteText.List([.. matching.Select(r => r.Alert).Distinct()])}, and do not continue"
                : $"no alert ever comes here, since earlier routes take all that match: {string.Join("; ", takers)}",
            Fix = "put this route before them with continue: true, or set continue: true on them",
        };
    }

    // The first sibling, of the route or of a parent, that surely ends the search.
    private static Route? Taker(IReadOnlyList<Route> path, RoutedRule rule) =>
        path.Zip(path.Skip(1)).SelectMany(step => step.First.Routes.TakeWhile(r => !ReferenceEquals(r, step.Second))).FirstOrDefault(r => !r.Continue && rule.Labels.Fulfils(r.Matchers) == Certainty.Yes);
}
