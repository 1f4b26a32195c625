using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary><c>continue</c> of a route turned.</summary>
public sealed class Continue : RoutingMutator
{
    /// <inheritdoc/>
    public override string Name => "continue";

    private protected override IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit) => file.Route.Routes.SelectMany(r => r.WithDescendants()).SelectMany(route =>
        route.ContinueText is not null ? Replace(route.Receiver, edit, route.ContinueText, route.Continue ? "false" : "true")
        : route.ReceiverText is { } receiver ? Add(route, receiver, edit)
        : []);

    private IEnumerable<Mutant> Add(Route route, ConfigurationText receiver, FileEdit edit)
    {
        // Behind the receiver's line, as deep as its name.
        var line = receiver.Position.Line;
        var key = edit.ColumnOfKey(line);
        yield return Make(route.Receiver, "continue: true added", edit.WithLineBehind(line, new string(' ', key) + "continue: true"), receiver.Position);
    }
}
