using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Mutations.Operators;

/// <summary>An alert under another name, or gone.</summary>
public sealed class Alert : RuleMutator
{
    /// <inheritdoc/>
    public override string Name => "alert";

    private protected override IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit)
    {
        if (edit.ReplaceWord(rule.Rule.NamePosition, rule.Alert, rule.Alert + "X") is var (text, position))
        {
            yield return Make(rule, $"{rule.Alert} -> {rule.Alert}X", text, position);
        }

        var line = rule.Rule.Position.Line;
        yield return Make(rule, "rule dropped", edit.WithoutLines(line, edit.LastLineOf(line)), rule.Rule.Position);
    }
}
