using NovaCron.Validation.Assertions.Checks.Values;
using NovaCron.Validation.Environments.Monitoring.PromQl.Ast;

namespace NovaCron.Validation.Assertions.Checks.Rules;

/// <summary>A rule that uses what a later rule of its group records, so that it works with the value of the last evaluation.</summary>
public sealed class Order : ICheck
{
    /// <inheritdoc/>
    public string Name => "rule/order";

    /// <inheritdoc/>
    public string About => "a rule that uses what a later rule of its own group records";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var recorded = subject.Recordings.ToLookup(r => r.Rule.Name, StringComparer.Ordinal);
        var index = subject.Recordings.ToDictionary(r => r.Expression, r => r.Rule.Index);
        return from expression in RuleExpression.Of(subject)
               let own = expression.Alert?.Rule.Index ?? index[expression.Text]
               from selector in expression.Nodes.OfType<VectorSelector>()
               let metric = Selectors.MetricOf(selector)
               where metric is not null && recorded.Contains(metric) && recorded[metric].All(r => ReferenceEquals(r.Group, expression.Group) && r.Rule.Index > own)
               select expression.At(
                   selector, Name, Severity.Warning,
                   $"{metric} is recorded further down in the same group (line {recorded[metric].First().Rule.NamePosition.Line}), and a group's rules are evaluated in order: what is read here is the value of the evaluation before",
                   "put the recording rule first");
    }
}
