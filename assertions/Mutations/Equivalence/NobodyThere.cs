using NovaCron.Validation.Assertions.Checks;

namespace NovaCron.Validation.Assertions.Mutations.Equivalence;

/// <summary>A receiver that no alert of the configuration reaches was edited.</summary>
internal sealed class NobodyThere : IEquivalence
{
    /// <inheritdoc/>
    public string? Because(Mutant mutant, CheckSubject original, CheckSubject edited)
    {
        var receivers = original.Folder.Alertmanager?.Receivers ?? [];
        var index = receivers.Select(r => r.Position.Line).Count(line => line <= mutant.Position.Line) - 1;
        return mutant.Position.File == original.Folder.Alertmanager?.File.Name && index >= 0 && mutant.Position.Line <= LastLine(receivers[index], original)
            && !Reaches(original, receivers[index].Name) && !Reaches(edited, receivers[index].Name)
            ? $"no alert of the configuration reaches {receivers[index].Name}"
            : null;
    }

    private static int LastLine(Environments.Monitoring.Configuration.Receiver receiver, CheckSubject subject) => new FileEdit(subject.Folder.Alertmanager!.File).LastLineOf(receiver.Position.Line);

    private static bool Reaches(CheckSubject subject, string receiver) => subject.Routed.Reaching(receiver).Any();
}
