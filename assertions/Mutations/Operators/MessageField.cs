using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A field that a message template reads misspelt.</summary>
public sealed partial class MessageField : RoutingMutator
{
    /// <inheritdoc/>
    public override string Name => "message-field";

    private protected override IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit) =>
        from receiver in file.Receivers
        from integration in receiver.Integrations
        from setting in integration.Source.Texts()
        from Match action in Actions().Matches(setting.Value)
        from Match field in Fields().Matches(action.Value)
        let name = field.Groups["name"]
        let edited = edit.Replace(setting.Text, action.Index + name.Index, name.Length, name.Value + "x")
        where edited is not null
        select Make(receiver.Name, $"{setting.Name}: .{name.Value} -> .{name.Value}x", edited.Value.Text, edited.Value.Position);

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Actions();

    [GeneratedRegex(@"\.(?<name>[a-zA-Z_]+)")]
    private static partial Regex Fields();
}
