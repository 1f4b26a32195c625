using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A route that leads to another receiver.</summary>
public sealed class RouteReceiver : RoutingMutator
{
    /// <inheritdoc/>
    public override string Name => "receiver";

    private protected override IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit) =>
        from route in file.Route.WithDescendants()
        let names = file.Receivers.Select(r => r.Name).ToList()
        where route.ReceiverText is not null && names.Count > 1
        let other = names[(names.IndexOf(route.Receiver) + 1) % names.Count]
        from mutant in Replace(route.Receiver, edit, route.ReceiverText, other)
        select mutant;
}
