using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Mutations;

/// <summary>A kind of edit of <c>alertmanager.yml</c>.</summary>
public abstract class RoutingMutator : IMutator
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public IEnumerable<Mutant> Of(CheckSubject subject) => subject.Folder.Alertmanager is { } file ? Of(file, new FileEdit(file.File)) : [];

    private protected abstract IEnumerable<Mutant> Of(AlertmanagerFile file, FileEdit edit);

    private protected Mutant Make(string subject, string description, string text, SourcePosition position) => new(Name, subject, description, position, text);

    private protected IEnumerable<Mutant> Replace(string subject, FileEdit edit, ConfigurationText? value, string replacement) =>
        value is not null && edit.Replace(value, replacement) is var (text, position) ? [Make(subject, $"{value.Value} -> {replacement}", text, position)] : [];

    /// <summary>A block of YAML dropped, from its first line to its last.</summary>
    private protected Mutant Drop(string subject, string what, FileEdit edit, SourcePosition position) =>
        Make(subject, $"{what} dropped", edit.WithoutLines(position.Line, edit.LastLineOf(position.Line)), position);

    /// <summary>An item of a list misspelt, and dropped.</summary>
    private protected IEnumerable<Mutant> MisspellAndDrop(string subject, FileEdit edit, ConfigurationText item) =>
        Replace(subject, edit, item, item.Value + "x").Concat(edit.WithoutItem(item) is var (text, position) ? [Make(subject, $"{item.Value} dropped", text, position)] : []);
}
