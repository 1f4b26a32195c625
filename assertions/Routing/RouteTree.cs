using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Routing;

/// <summary>
/// The routes of an Alertmanager configuration, asked as Alertmanager asks them: depth first, in the order of the file, until one that matches
/// does not continue. Source: <c>dispatch/route.go</c>.
/// </summary>
public sealed class RouteTree
{
    private readonly Dictionary<Route, RouteNode> _nodes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes the tree.</summary>
    /// <param name="file">The configuration.</param>
    public RouteTree(AlertmanagerFile file)
    {
        Root = new RouteNode(file.Route, null, 0);
        foreach (var node in Root.WithDescendants())
        {
            _nodes[node.Route] = node;
        }

        MatchedLabels = [.. Routes.SelectMany(r => r.Matchers).Select(m => m.Name)];
    }

    /// <summary>Every route, each before its children, in the order of the file.</summary>
    public IEnumerable<Route> Routes => Root.WithDescendants().Select(n => n.Route);

    /// <summary>The labels that any route's matchers ask for.</summary>
    public ImmutableHashSet<string> MatchedLabels { get; }

    internal RouteNode Root { get; }

    /// <summary>The way from the root to a route, for people.</summary>
    /// <param name="route">A route of the tree.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public string PathOf(Route route) => NodeOf(route).Path;

    /// <summary>Where an alert ends up.</summary>
    /// <param name="labels">All of its labels; one with an empty value counts as missing.</param>
    /// <returns>The routes that take it, in the order in which Alertmanager finds them. It is empty only if the root has matchers, which Alertmanager refuses.</returns>
    public ImmutableArray<RoutedTo> Match(IReadOnlyDictionary<string, string> labels)
    {
        var found = ImmutableArray.CreateBuilder<RoutedTo>();
        Match(Root, labels, found);
        return found.ToImmutable();
    }

    /// <summary>The routes that any of some alerts ends up at.</summary>
    /// <param name="labelSets">The labels of each alert.</param>
    /// <returns>The routes, in the order of the file.</returns>
    public ImmutableArray<Route> ReachableFor(IEnumerable<IReadOnlyDictionary<string, string>> labelSets)
    {
        var reached = labelSets.SelectMany(labels => Match(labels)).Select(r => r.Route).ToHashSet<Route>(ReferenceEqualityComparer.Instance);
        return [.. Routes.Where(reached.Contains)];
    }

    internal RouteNode NodeOf(Route route) =>
        _nodes.GetValueOrDefault(route) ?? throw new ArgumentException($"the route at {route.Position} is not of this tree", nameof(route));

    internal static bool Fulfils(IReadOnlyDictionary<string, string> labels, ImmutableArray<LabelMatcher> matchers)
    {
        foreach (var matcher in matchers)
        {
            if (!matcher.Matches(labels.GetValueOrDefault(matcher.Name, "")))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Match(RouteNode node, IReadOnlyDictionary<string, string> labels, ImmutableArray<RoutedTo>.Builder found)
    {
        if (!Fulfils(labels, node.Route.Matchers))
        {
            return false;
        }

        var before = found.Count;
        foreach (var child in node.Children)
        {
            if (Match(child, labels, found) && !child.Route.Continue)
            {
                break;
            }
        }

        if (found.Count == before)
        {
            found.Add(new RoutedTo(node.Route, node.Path, GroupLabels(node.Route, labels)));
        }

        return true;
    }

    private static ImmutableSortedDictionary<string, string> GroupLabels(Route route, IReadOnlyDictionary<string, string> labels) => labels
        .Where(l => l.Value.Length > 0 && (route.GroupsByAll || route.GroupBy.Contains(l.Key)))
        .ToImmutableSortedDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal);
}
