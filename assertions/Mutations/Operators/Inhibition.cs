using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>An inhibition rule dropped, or one of its equal labels misspelt or dropped.</summary>
public sealed class Inhibition : RoutingMutator
{
    /// <inheritdoc/>
    public override string Name => "inhibition";

    private protected override IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit) => file.InhibitRules.SelectMany(rule =>
        rule.EqualTexts.SelectMany(label => MisspellAndDrop(Subject(rule), edit, label)).Append(Drop(Subject(rule), "rule", edit, rule.Position)));

    private static string Subject(InhibitRule rule) => string.Join(", ", rule.Source);
}
