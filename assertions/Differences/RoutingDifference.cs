using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Differences;

/// <summary>Who is told of an alert, and when.</summary>
internal static class RoutingDifference
{
    /// <summary>Compares; says nothing of an alert whose way depends on labels that are not certain.</summary>
    public static IEnumerable<Difference> Of(AlertPair pair, CheckSubject before, CheckSubject now)
    {
        if (Routed(pair.Before, before) is not { IsEmpty: false } old || Routed(pair.Now, now) is not { IsEmpty: false } routed)
        {
            yield break;
        }

        var position = routed[^1].Route.Position;
        // Who is reached by two routes is told twice.
        if (!Names(old).Order(StringComparer.Ordinal).SequenceEqual(Names(routed).Order(StringComparer.Ordinal)))
        {
            yield return new Difference("reaches-others", pair.Alert, $"reached {string.Join(" and ", Names(old))}, reaches {string.Join(" and ", Names(routed))}", position);
        }

        foreach (var (then, here) in from a in old from b in routed where a.Receiver == b.Receiver select (a, b))
        {
            foreach (var (kind, text) in Times(then, here))
            {
                yield return new Difference(kind, pair.Alert, $"{here.Receiver}: {text}", here.Route.Position);
            }
        }
    }

    private static IEnumerable<(string Kind, string Text)> Times(RoutedTo old, RoutedTo now)
    {
        if (old.Route.GroupWait != now.Route.GroupWait)
        {
            yield return (now.Route.GroupWait > old.Route.GroupWait ? "told-later" : "told-earlier",
                $"was told {Numbers.Duration(old.Route.GroupWait)} after it fired, is told after {Numbers.Duration(now.Route.GroupWait)}");
        }

        if (old.Route.GroupInterval != now.Route.GroupInterval)
        {
            yield return ("other-group-interval", $"was told of changes after {Numbers.Duration(old.Route.GroupInterval)}, is told after {Numbers.Duration(now.Route.GroupInterval)}");
        }

        if (old.Route.RepeatInterval != now.Route.RepeatInterval)
        {
            yield return ("repeated-otherwise", $"was told again every {Numbers.Duration(old.Route.RepeatInterval)}, is told again every {Numbers.Duration(now.Route.RepeatInterval)}");
        }

        if (!old.GroupLabels.Keys.SequenceEqual(now.GroupLabels.Keys))
        {
            yield return ("grouped-otherwise", $"was grouped by {string.Join(", ", old.GroupLabels.Keys)}, is grouped by {string.Join(", ", now.GroupLabels.Keys)}");
        }
    }

    private static ImmutableArray<RoutedTo>? Routed(CheckedRule rule, CheckSubject subject) =>
        subject.Routes is { } routes && routes.MatchedLabels.All(rule.AlertLabels.IsCertain) ? routes.Match(rule.AlertLabels.Certain) : null;

    private static IEnumerable<string> Names(ImmutableArray<RoutedTo> routed) => routed.Select(r => r.Receiver);
}
