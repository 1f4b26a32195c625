using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Assertions.Checks.Templates.Reads;

namespace NovaCron.Validation.Assertions.Checks.Templates;

/// <summary>A rule's template that reads a label that the expression's result never has.</summary>
public sealed class LabelLost : ICheck
{
    /// <inheritdoc/>
    public string Name => "template/label-lost";

    /// <inheritdoc/>
    public string About => "a rule's label or annotation that reads a label which the expression's result never has";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject) =>
        from template in RuleTemplate.Of(subject)
        where template is { Parsed: not null, Rule.Expression.Root: not null }
        from read in FieldReader.OfRule(template.Parsed!, template.Source)
        where read.IsShown && read.KeyIn("Labels") is { } key && !key.StartsWith("__", StringComparison.Ordinal) && template.Rule.Expression.Labels[key].Presence == Presence.Never
        select Finding(template, read, read.Path[^1]);

    private Finding Finding(RuleTemplate template, FieldRead read, string label)
    {
        var expression = template.Rule.Expression;
        var loss = LabelLoss.Of(expression.Root!, label, expression.Source);
        return new Finding
        {
            Check = Name,
            Severity = template.IsLabel ? Severity.Error : Severity.Warning,
            Subject = template.Rule.Alert,
            Position = read.Place.Position,
            Length = read.Place.Length,
            Message = $"{read.Text} is always empty: the expression's result has no label {label}{(loss is null ? "" : $", since {loss.Words} drops it")}",
            Fix = loss switch
            {
                { Aggregation: { Without: false, Grouping.IsEmpty: false } } => $"add {label} to by, or do not read it",
                { Aggregation: not null } => $"aggregate by ({label}), or do not read it",
                _ => "do not read it",
            },
        };
    }
}
