namespace NovaCron.Validation.Assertions.Checks.Contracts;

/// <summary>An alert that the strategy does not document.</summary>
public sealed class None : ICheck
{
    /// <inheritdoc/>
    public string Name => "contract/none";

    /// <inheritdoc/>
    public string About => "an alert that the strategy does not document, so that no run proves it";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var promised = subject.Contracts.Select(c => c.Alert).ToHashSet(StringComparer.Ordinal);
        return from rule in promised.Count == 0 ? [] : subject.Rules
               where !promised.Contains(rule.Alert)
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Info,
                   Subject = rule.Alert,
                   Position = rule.Rule.NamePosition,
                   Length = rule.Alert.Length,
                   Message = $"the strategy does not document {rule.Alert}: there is no promise to compare it with and no scenario that proves it",
                   Fix = "write a scenario for it",
               };
    }
}
