using NovaCron.Validation.Assertions.Routing;

namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>A route that no alert can reach, whatever its labels.</summary>
public sealed class Unreachable : ICheck
{
    /// <inheritdoc/>
    public string Name => "route/unreachable";

    /// <inheritdoc/>
    public string About => "a route that no alert can reach, whatever its labels";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from reach in subject.Reaches
        where reach.Enters == Reach.Unreachable
        let place = RouteText.Place(reach.Route)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Error,
            Subject = reach.Route.Receiver,
            Position = place.Position,
            Length = place.Length,
            Message = reach.Contradiction.IsEmpty
                ? $"no labels lead here: {string.Join(" and ", reach.ShadowedBy.Select(RouteText.Name))} {(reach.ShadowedBy.Length == 1 ? "takes" : "together take")} all that could, and {(reach.ShadowedBy.Length == 1 ? "does" : "do")} not continue"
                : $"no labels lead here: {string.Join(" and ", reach.Contradiction)} {(reach.Contradiction.Length == 1 ? "matches nothing" : "exclude each other")}",
            Fix = reach.Contradiction.IsEmpty ? "put this route first, or set continue: true on what stands before it" : "mend the matchers, here or of the routes above",
        };
}
