using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>An integration that sends elsewhere, or no longer tells of resolutions.</summary>
public sealed class Destination : RoutingMutator
{
    /// <inheritdoc/>
    public override string Name => "destination";

    private protected override IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit) =>
        from receiver in file.Receivers
        from integration in receiver.Integrations
        from mutant in Address(receiver.Name, integration, edit).Concat(Resolution(receiver.Name, integration, edit))
        select mutant;

    private IEnumerable<Mutant> Address(string receiver, Integration integration, FileEdit edit) =>
        from entry in integration.Source.Texts()
        where entry.Value == integration.Address && entry.Value.Length > 0
        from mutant in Replace(receiver, edit, entry.Text, entry.Value + "x")
        select mutant;

    private IEnumerable<Mutant> Resolution(string receiver, Integration integration, FileEdit edit) => integration.SendResolvedText is { } text
        ? [.. Replace(receiver, edit, text, integration.SendsResolved ? "false" : "true"), Make(receiver, "send_resolved dropped", edit.WithoutLines(text.Position.Line, text.Position.Line), text.Position)]
        : [];
}
