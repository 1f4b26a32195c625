using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Promises;

/// <summary>An alert is told later, or again at other times, than the strategy promises.</summary>
public sealed class NotificationTimes : ICheck
{
    /// <inheritdoc/>
    public string Name => "promise/notification-times";

    /// <inheritdoc/>
    public string About => "an alert that is told later, or again at other times, than the strategy promises";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        if (subject.Routes is not { } routes)
        {
            return [];
        }

        var wrong = from promised in PromisedRule.Of(subject)
                    from routed in promised.Routed(routes) ?? []
                    where promised.Contract.Receivers.Any(r => r.Name == routed.Receiver)
                    from time in Times(promised, routes.NodeOf(routed.Route))
                    where time.Found != time.Promised
                    select (promised.Contract.Alert, Time: time);
        return wrong.GroupBy(w => w.Time).Select(g => Finding(g.Key, [.. g.Select(w => w.Alert).Distinct()]));
    }

    private static IEnumerable<Setting> Times(PromisedRule promised, RouteNode node)
    {
        var (contract, route) = (promised.Contract, node.Route);
        yield return new Setting("group_wait", contract.GroupWait, route.GroupWait, Written(node, r => r.GroupWaitText));
        yield return new Setting("group_interval", contract.GroupInterval, route.GroupInterval, Written(node, r => r.GroupIntervalText));
        yield return new Setting("repeat_interval", contract.RepeatInterval, route.RepeatInterval, Written(node, r => r.RepeatIntervalText));
    }

    // Where it is set: on the route, or on the nearest parent that it inherits from.
    private static SourcePosition Written(RouteNode node, Func<Route, ConfigurationText?> setting) =>
        node.FromRoot.Reverse().Select(n => setting(n.Route)?.Position).FirstOrDefault(p => p is not null) ?? node.Route.Position;

    private Finding Finding(Setting time, IReadOnlyList<string> alerts) => new()
    {
        Check = Name,
        Severity = Severity.Error,
        Subject = time.Name,
        Position = time.Position,
        Message = $"the strategy says {Numbers.Duration(time.Promised)}, and {Numbers.Duration(time.Found)} holds for {string.Join(", ", alerts)}",
        Fix = $"set {time.Name} to {Numbers.Duration(time.Promised)}",
    };

    private sealed record Setting(string Name, TimeSpan Promised, TimeSpan Found, SourcePosition Position);
}
