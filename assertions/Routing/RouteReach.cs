using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Routing;

/// <summary>Whether any labels lead somewhere.</summary>
public enum Reach
{
    /// <summary>Some do.</summary>
    Reachable,

    /// <summary>None do, whatever they are.</summary>
    Unreachable,

    /// <summary>It cannot be told, because of expressions that match too much to be listed.</summary>
    Undecided,
}

/// <summary>Whether any alert can come to a route.</summary>
public sealed record RouteReach
{
    /// <summary>The route.</summary>
    public required Route Route { get; init; }

    /// <summary>The way from the root to it, for people.</summary>
    public required string Path { get; init; }

    /// <summary>Whether any labels can enter the route, and end in it or below it.</summary>
    public required Reach Enters { get; init; }

    /// <summary>Whether any labels can end in the route itself, so that its receiver is told.</summary>
    public required Reach Ends { get; init; }

    /// <summary>Labels that end in the route, as few as matchers name; else ones that enter it; null where none are known.</summary>
    public ImmutableSortedDictionary<string, string>? Example { get; init; }

    /// <summary>Where nothing can enter because its matchers and its parents' exclude each other: those matchers; else none.</summary>
    public ImmutableArray<LabelMatcher> Contradiction { get; init; } = [];

    /// <summary>Where nothing can enter although its matchers can be fulfilled: the earlier siblings, of it or of a parent, that take all that could. One where one is enough.</summary>
    public ImmutableArray<Route> ShadowedBy { get; init; } = [];
}
