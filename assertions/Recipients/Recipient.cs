using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Assertions.Checks.Routes;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Recipients;

/// <summary>A receiver that an alert comes to by one route, and when.</summary>
/// <param name="Route">The route at which the alert ends.</param>
/// <param name="Path">The way from the root to it, for people.</param>
/// <param name="IsCertain">Whether every alert of the rule ends there; else it depends on labels that the data gives.</param>
/// <param name="SendsTo">What the receiver sends to: the kind of each integration, and Slack's channel.</param>
/// <param name="GroupedBy">The labels of <c>group_by</c> that the alert may have; none where all alerts of the route are told together.</param>
/// <param name="After">Time from the first bad evaluation to the message: <c>for</c> and <c>group_wait</c>, documented time.</param>
public sealed record Recipient(Route Route, string Path, bool IsCertain, ImmutableArray<string> SendsTo, ImmutableArray<string> GroupedBy, TimeSpan After)
{
    internal static ImmutableArray<Recipient> Of(CheckSubject subject, RoutedRule routed) =>
    [
        .. from route in subject.Routes!.Routes
           where routed.Ends.ContainsKey(route)
           select new Recipient(
               route, subject.Routes.PathOf(route), routed.Ends[route] == Certainty.Yes, SendingTo(subject, route.Receiver),
               [.. route.GroupBy.Where(l => l == Route.AllLabels || routed.Labels[l].Presence != Presence.Never)], routed.Rule.Rule.For + route.GroupWait),
    ];

    // A webhook's address or a routing key may be a secret.
    private static ImmutableArray<string> SendingTo(CheckSubject subject, string receiver) =>
        [.. subject.Folder.Alertmanager!.Receivers.Where(r => r.Name == receiver).SelectMany(r => r.Integrations).Select(i => i.Kind == "slack" ? $"slack {i.Address}".TrimEnd() : i.Kind)];
}
