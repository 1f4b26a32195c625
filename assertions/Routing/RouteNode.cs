using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Routing;

/// <summary>A route that knows its parent and its place.</summary>
internal sealed class RouteNode
{
    /// <summary>Makes a node and all below it.</summary>
    /// <param name="route">The route.</param>
    /// <param name="parent">Its parent; null for the root.</param>
    /// <param name="index">Its place among its siblings, from 0.</param>
    public RouteNode(Route route, RouteNode? parent, int index)
    {
        (Route, Parent, Index) = (route, parent, index);
        var matchers = route.Matchers.IsEmpty ? "" : $" {{{string.Join(", ", route.Matchers)}}}";
        Path = parent is null ? "route" + matchers : $"{parent.Path} > routes[{index}]{matchers}";
        Children = [.. route.Routes.Select((child, i) => new RouteNode(child, this, i))];
    }

    /// <summary>The route.</summary>
    public Route Route { get; }

    /// <summary>Its parent; null for the root.</summary>
    public RouteNode? Parent { get; }

    /// <summary>Its place among its siblings, from 0.</summary>
    public int Index { get; }

    /// <summary>The way from the root, for people.</summary>
    public string Path { get; }

    /// <summary>Its children, in the order in which they are tried.</summary>
    public ImmutableArray<RouteNode> Children { get; }

    /// <summary>It and all above it, from the root.</summary>
    public IEnumerable<RouteNode> FromRoot => (Parent?.FromRoot ?? []).Append(this);

    /// <summary>The siblings before it that end the search for an alert that they match.</summary>
    public IEnumerable<RouteNode> Blockers => Parent is null ? [] : Parent.Children.Take(Index).Where(s => !s.Route.Continue);

    /// <summary>It and all below it, each before its children.</summary>
    public IEnumerable<RouteNode> WithDescendants() => Children.SelectMany(c => c.WithDescendants()).Prepend(this);
}
