namespace NovaCron.Validation.Assertions.Checks.Receivers;

/// <summary>A receiver that no route names.</summary>
public sealed class Unused : ICheck
{
    /// <inheritdoc/>
    public string Name => "receiver/unused";

    /// <inheritdoc/>
    public string About => "a receiver that no route names";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var named = subject.Folder.Alertmanager?.Route.WithDescendants().Select(r => r.Receiver).ToHashSet() ?? [];
        return from receiver in subject.Folder.Alertmanager?.Receivers ?? []
               where !named.Contains(receiver.Name)
               let place = TextPlace.Of(receiver.NamePosition, receiver.Name)
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Warning,
                   Subject = receiver.Name,
                   Position = place.Position,
                   Length = place.Length,
                   Message = "no route names it, so that it is never told anything",
                   Fix = "add a route to it, or remove it",
               };
    }
}
