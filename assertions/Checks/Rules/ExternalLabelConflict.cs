namespace NovaCron.Validation.Assertions.Checks.Rules;

/// <summary>A label of a rule that hides an external label of Prometheus.</summary>
public sealed class ExternalLabelConflict : ICheck
{
    /// <inheritdoc/>
    public string Name => "rule/external-label-conflict";

    /// <inheritdoc/>
    public string About => "a label of an alert that hides an external label of Prometheus";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from rule in subject.Rules
        from label in rule.Rule.LabelEntries.Concat(rule.Group.Labels.Where(l => !rule.Rule.Labels.ContainsKey(l.Name)))
        let external = subject.Folder.Prometheus?.ExternalLabelEntries.FirstOrDefault(e => e.Name == label.Name)
        where external is not null && label.Value.Length > 0 && external.Value != label.Value
        select new Finding
        {
            Check = Name,
            Severity = Severity.Warning,
            Subject = rule.Alert,
            Position = label.Text.Position,
            Message = $"{label.Name} is an external label, too ({external.Text.Position} says \"{external.Value}\"), and an alert's own label wins: this alert is told with {label.Name} \"{label.Value}\"",
            Fix = "name the label otherwise",
        };
}
