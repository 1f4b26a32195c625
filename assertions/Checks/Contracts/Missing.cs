using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Contracts;

/// <summary>An alert that is promised and no rule makes.</summary>
public sealed class Missing : ICheck
{
    /// <inheritdoc/>
    public string Name => "contract/missing";

    /// <inheritdoc/>
    public string About => "an alert that is promised and no rule makes";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var alerts = subject.Rules.Select(r => r.Alert).ToHashSet(StringComparer.Ordinal);
        return from contract in subject.Contracts
               where !alerts.Contains(contract.Alert)
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Error,
                   Subject = contract.Alert,
                   Position = new SourcePosition(FileOf(subject, contract.RuleFile), 1, 1),
                   Message = $"the alert {contract.Alert} is promised, and no rule has that name",
                   Fix = $"add it to {contract.RuleFile}, as its contract has it",
               };
    }

    private static string FileOf(CheckSubject subject, string name) =>
        subject.Folder.RuleFiles.Select(f => f.Path).FirstOrDefault(p => p.Split('/')[^1] == name) ?? subject.Folder.RuleFiles.Select(f => f.Path).FirstOrDefault() ?? name;
}
