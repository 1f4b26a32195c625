using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>Every alerting rule of a configuration with where its alerts may end up, and the other way round: who may come to a route or a receiver.</summary>
internal sealed class RoutedRules
{
    private readonly ILookup<Route, RoutedRule> _ending;
    private readonly HashSet<Route> _entered;
    private readonly ILookup<string, Route> _telling;

    private RoutedRules(ImmutableArray<RoutedRule> all, RouteTree? tree)
    {
        All = all;
        _ending = all.SelectMany(rule => rule.Ends.Keys.Select(route => (route, rule))).ToLookup(e => e.route, e => e.rule, ByReference);
        _entered = all.SelectMany(rule => rule.Enters.Keys).ToHashSet(ByReference);
        _telling = (tree?.Routes ?? []).ToLookup(r => r.Receiver, StringComparer.Ordinal);
    }

    /// <summary>All of them, in the order of the files; none without an <c>alertmanager.yml</c>.</summary>
    public ImmutableArray<RoutedRule> All { get; }

    private static IEqualityComparer<Route> ByReference => ReferenceEqualityComparer.Instance;

    /// <summary>Works them out.</summary>
    public static RoutedRules Of(CheckSubject subject) => new(RoutedRule.Of(subject), subject.Routes);

    /// <summary>The routes that name a receiver or inherit it, in the order of the file.</summary>
    public IEnumerable<Route> RoutesTo(string receiver) => _telling[receiver];

    /// <summary>The rules whose alerts may end at a route.</summary>
    public IEnumerable<RoutedRule> EndingAt(Route route) => _ending[route];

    /// <summary>The rules whose alerts may end up at a receiver, each once.</summary>
    public IEnumerable<RoutedRule> Reaching(string receiver) => RoutesTo(receiver).SelectMany(EndingAt).Distinct<RoutedRule>(ReferenceEqualityComparer.Instance);

    /// <summary>Whether alerts of any rule may enter a route.</summary>
    public bool AnyEnters(Route route) => _entered.Contains(route);
}
