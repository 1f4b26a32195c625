using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>A route that is to repeat its messages sooner than it looks at its groups.</summary>
public sealed class RepeatBelowInterval : ICheck
{
    /// <inheritdoc/>
    public string Name => "route/repeat-below-interval";

    /// <inheritdoc/>
    public string About => "a route whose repeat_interval is shorter than its group_interval";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from route in subject.Folder.Alertmanager?.Route.WithDescendants() ?? []
        let written = route.RepeatIntervalText ?? route.GroupIntervalText
        where written is not null && route.RepeatInterval < route.GroupInterval
        let place = TextPlace.Of(written)
        select Finding(route, place);

    // Source: Alertmanager's dispatch/dispatch.go, which looks at a group once every group_interval, and notify/notify.go, which then asks how long ago it was told.
    private Finding Finding(Route route, TextPlace place) => new()
    {
        Check = Name,
        Severity = Severity.Warning,
        Subject = route.Receiver,
        Position = place.Position,
        Length = place.Length,
        Message = $"repeat_interval is {Numbers.Duration(route.RepeatInterval)}, and a group is looked at once every group_interval of {Numbers.Duration(route.GroupInterval)}: it is not repeated any sooner than that",
        Fix = "make repeat_interval a multiple of group_interval",
    };
}
