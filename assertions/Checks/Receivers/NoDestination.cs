namespace NovaCron.Validation.Assertions.Checks.Receivers;

/// <summary>A receiver that tells nobody.</summary>
public sealed class NoDestination : ICheck
{
    /// <inheritdoc/>
    public string Name => "receiver/no-destination";

    /// <inheritdoc/>
    public string About => "a receiver without any integration, so that it tells nobody";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from receiver in subject.Folder.Alertmanager?.Receivers ?? []
        where receiver.Integrations.IsEmpty
        let place = TextPlace.Of(receiver.NamePosition, receiver.Name)
        select new Finding
        {
            Check = Name,
            Severity = Severity.Info,
            Subject = receiver.Name,
            Position = place.Position,
            Length = place.Length,
            Message = "it has no integration: what ends here is told to nobody",
        };
}
