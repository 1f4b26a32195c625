using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>A label that a rule adds dropped, under another name, or with another value.</summary>
public sealed class Label : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "label";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit) =>
        from label in rule.Rule.LabelEntries
        from mutant in Drop(rule, edit, $"label {label.Name}", label.Position)
            .Concat(edit.ReplaceWord(label.Position, label.Name, label.Name + "x") is var (text, position) ? [Make(rule, $"label {label.Name} -> {label.Name}x", text, position)] : [])
            .Concat(Others(label.Value).SelectMany(value => Replace(rule, edit, label.Text, value)))
        select mutant;

    private static IEnumerable<string> Others(string value) => value switch
    {
        "critical" => ["warning", "info"],
        "warning" => ["critical", "info"],
        "info" => ["critical", "warning"],
        _ => [value + "x"],
    };
}
