using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Routing;

/// <summary>
/// Which routes no alert can reach, whatever its labels. An answer of no is proven: an earlier sibling that does not continue takes all that the
/// route could match, alone or with others, or the route's matchers exclude each other. Where an expression keeps it from being told, the answer is
/// <see cref="Reach.Undecided"/>. Label values with line breaks are left aside.
/// </summary>
public static class RouteReachability
{
    /// <summary>Asks for every route.</summary>
    /// <param name="tree">The routes.</param>
    /// <returns>Each route, in the order of the file.</returns>
    public static ImmutableArray<RouteReach> Of(RouteTree tree) => [.. tree.Root.WithDescendants().Select(Of)];

    /// <summary>The receivers that no alert can reach.</summary>
    /// <param name="file">The configuration.</param>
    /// <returns>The receivers that no route names, or only routes in which provably nothing ends; in the order of the file.</returns>
    public static ImmutableArray<Receiver> UnreachedReceivers(AlertmanagerFile file)
    {
        var told = Of(new RouteTree(file)).Where(r => r.Ends != Reach.Unreachable).Select(r => r.Route.Receiver).ToHashSet();
        return [.. file.Receivers.Where(r => !told.Contains(r.Name))];
    }

    private static RouteReach Of(RouteNode node)
    {
        LabelMatcher[] required = [.. node.FromRoot.SelectMany(n => n.Route.Matchers)];
        RouteNode[] blockers = [.. node.FromRoot.SelectMany(n => n.Blockers)];
        var enters = Solve(required, blockers, out var example);
        if (enters == Reach.Unreachable)
        {
            return Unreached(node, required, blockers);
        }

        var ends = Solve(required, [.. blockers, .. node.Children], out var ending);
        return new RouteReach { Route = node.Route, Path = node.Path, Enters = enters, Ends = ends, Example = ending ?? example };
    }

    private static RouteReach Unreached(RouteNode node, LabelMatcher[] required, RouteNode[] blockers)
    {
        var unreached = new RouteReach { Route = node.Route, Path = node.Path, Enters = Reach.Unreachable, Ends = Reach.Unreachable };
        return Solve(required, [], out _) == Reach.Unreachable
            ? unreached with { Contradiction = Fewest(required, some => Solve(some, [], out _)) }
            : unreached with { ShadowedBy = [.. Shadows(required, blockers).Select(b => b.Route)] };
    }

    private static ImmutableArray<RouteNode> Shadows(LabelMatcher[] required, RouteNode[] blockers)
    {
        var alone = blockers.FirstOrDefault(b => Solve(required, [b], out _) == Reach.Unreachable);
        return alone is not null ? [alone] : Fewest(blockers, some => Solve(required, some, out _));
    }

    // Leaves out what the proof does not need, one by one.
    private static ImmutableArray<T> Fewest<T>(IReadOnlyCollection<T> all, Func<IReadOnlyCollection<T>, Reach> solve)
        where T : class
    {
        var kept = all.ToList();
        foreach (var one in all)
        {
            var without = kept.Where(k => !ReferenceEquals(k, one)).ToList();
            if (solve(without) == Reach.Unreachable)
            {
                kept = without;
            }
        }

        return [.. kept];
    }

    private static Reach Solve(
        IReadOnlyCollection<LabelMatcher> required, IReadOnlyCollection<RouteNode> refused, out ImmutableSortedDictionary<string, string>? example) =>
        new LabelProblem(required, [.. refused.Select(r => r.Route.Matchers)]).Solve(out example);
}
