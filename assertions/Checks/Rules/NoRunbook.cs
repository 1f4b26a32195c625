namespace NovaCron.Validation.Assertions.Checks.Rules;

/// <summary>An alert without a runbook, where its siblings have one.</summary>
public sealed class NoRunbook : ICheck
{
    /// <inheritdoc/>
    public string Name => "rule/no-runbook";

    /// <inheritdoc/>
    public string About => "an alert without a runbook, where most alerts of its file have one";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from file in subject.Rules.GroupBy(r => r.File.Path)
        let count = file.Count()
        let having = file.Count(HasRunbook)
        where 2 * having > count
        from rule in file
        where !HasRunbook(rule)
        let promise = subject.Contracts.FirstOrDefault(c => c.Alert == rule.Alert)
        let isPromisedWithout = promise is not null && !promise.Annotations.Any(IsRunbook)
        let severity = rule.Group.LabelsOf(rule.Rule).GetValueOrDefault("severity")
        where isPromisedWithout || severity is "critical" or "warning"
        select new Finding
        {
            Check = Name,
            Severity = isPromisedWithout ? Severity.Info : Severity.Warning,
            Subject = rule.Alert,
            Position = rule.Rule.NamePosition,
            Length = rule.Alert.Length,
            Message = isPromisedWithout
                ? "it has no runbook, in the strategy neither: whoever is told must find out alone what to do"
                : $"it has no runbook, and {having} of the file's {count} alerts have one: whoever is told must find out alone what to do",
            Fix = "add the annotation runbook_url",
        };

    private static bool HasRunbook(CheckedRule rule) => rule.Rule.Annotations.Any(a => IsRunbook(a.Key) && a.Value.Trim().Length > 0);

    private static bool IsRunbook(string annotation) => annotation.Contains("runbook", StringComparison.OrdinalIgnoreCase);
}
