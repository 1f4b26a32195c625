using System.Collections.Immutable;
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
        var rules = subject.Routed.All;
        return from reach in rules.IsEmpty ? [] : subject.Reaches
               where reach.Enters != Reach.Unreachable && !subject.Routed.AnyEnters(reach.Route)
               let matchers = subject.Routes!.NodeOf(reach.Route).FromRoot.SelectMany(n => n.Route.Matchers).ToImmutableArray()
               where rules.All(r => r.Labels.Fulfils(matchers) == Certainty.No)
               let place = RouteText.Place(reach.Route)
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Info,
                   Subject = reach.Route.Receiver,
                   Position = place.Position,
                   Length = place.Length,
                   Message = $"no alert of this configuration matches {string.Join(" and ", matchers)}",
                   Fix = "check the matchers, unless alerts from elsewhere come here",
               };
    }
}
