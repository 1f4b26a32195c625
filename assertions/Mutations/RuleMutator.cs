using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>A kind of edit of alerting rules.</summary>
public abstract class RuleMutator : IMutator
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public IEnumerable<Mutant> Of(CheckSubject subject) => subject.Rules.SelectMany(r => Of(r, new FileEdit(r.File.File)));

    private protected abstract IEnumerable<Mutant> Of(CheckedRule rule, FileEdit edit);

    private protected Mutant Make(CheckedRule rule, string description, string text, SourcePosition position) => new(Name, rule.Alert, description, position, text);

    private protected IEnumerable<Mutant> Replace(CheckedRule rule, FileEdit edit, ConfigurationText? value, int start, int length, string replacement) =>
        value is not null && edit.Replace(value, start, length, replacement) is var (text, position)
            ? [Make(rule, $"{value.Value.Substring(start, length)} -> {(replacement.Length == 0 ? "nothing" : replacement)}", text, position)]
            : [];

    private protected IEnumerable<Mutant> Replace(CheckedRule rule, FileEdit edit, ConfigurationText? value, string replacement) =>
        value is null ? [] : Replace(rule, edit, value, 0, value.Value.Length, replacement);

    // Only where the entry has lines of its own.
    private protected IEnumerable<Mutant> Drop(CheckedRule rule, FileEdit edit, string what, SourcePosition position) =>
        rule.File.Text.Split('\n')[position.Line - 1][..(position.Column - 1)].Trim().Length == 0
            ? [Make(rule, $"{what} dropped", edit.WithoutLines(position.Line, edit.LastLineOf(position.Line)), position)]
            : [];
}
