using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>Two sibling routes in the other order; and a route dropped.</summary>
public sealed class RouteOrder : RoutingMutator
{
    /// <inheritdoc/>
    public override string Name => "route-order";

    private protected override IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit)
    {
        foreach (var parent in file.Route.WithDescendants())
        {
            foreach (var (first, second) in parent.Routes.Zip(parent.Routes.Skip(1)).Where(p => p.First.Position.Line < p.Second.Position.Line))
            {
                yield return Make(first.Receiver, $"before {second.Receiver} -> behind it",
                    edit.WithLinesSwapped(first.Position.Line, second.Position.Line, edit.LastLineOf(second.Position.Line)), first.Position);
            }

            foreach (var route in parent.Routes)
            {
                yield return Drop(route.Receiver, "route", edit, route.Position);
            }
        }
    }
}
