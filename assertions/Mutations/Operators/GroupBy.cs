using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A label of <c>group_by</c> misspelt or dropped.</summary>
public sealed class GroupBy : RoutingMutator
{
    /// <inheritdoc/>
    public override string Name => "group-by";

    private protected override IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit) =>
        from route in file.Route.WithDescendants()
        from label in route.GroupByTexts
        where label.Value != Route.AllLabels
        from mutant in MisspellAndDrop(route.Receiver, edit, label)
        select mutant;
}
