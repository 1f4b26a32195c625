using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Stages;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Contracts;

/// <summary>A rule that says something else than the strategy.</summary>
public sealed class Differs : ICheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(1);

    /// <inheritdoc/>
    public string Name => "contract/differs";

    /// <inheritdoc/>
    public string About => "a rule that says something else than the strategy: for, labels, annotations, threshold, window, interval";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var rules = subject.Rules.ToLookup(r => r.Alert, StringComparer.Ordinal);
        return from contract in subject.Contracts
               where rules.Contains(contract.Alert)
               // One alert may have several rules, a tier each: the promised one is that of the promised severity.
               let rule = rules[contract.Alert].FirstOrDefault(r => r.Group.LabelsOf(r.Rule).GetValueOrDefault("severity") == contract.Severity) ?? rules[contract.Alert].First()
               where rule.Expression.Root is not null
               from wrong in RulePromise.Compare(contract, Statement(subject, rule), Tolerance).Wrong
               select Report(contract, rule, wrong);
    }

    private static RuleStatement Statement(CheckSubject subject, CheckedRule rule) => new(
        rule.Rule.For,
        rule.Group.Interval ?? subject.Folder.Prometheus?.EvaluationInterval,
        rule.Rule.KeepFiringFor,
        RuleText.Windows(rule.Expression.Source),
        rule.Expression.Source,
        rule.Group.LabelsOf(rule.Rule),
        rule.Rule.Annotations);

    private Finding Report(AlertContract contract, CheckedRule rule, Contradiction wrong) => new()
    {
        Check = Name,
        Severity = Severity.Error,
        Subject = contract.Alert,
        Position = PlaceOf(rule, wrong) ?? rule.Rule.NamePosition,
        Length = wrong.Aspect == PromiseAspect.For ? rule.Rule.ForText?.Value.Length ?? 0 : 0,
        Message = wrong.Text,
        Fix = "say what the strategy says, or change the strategy and its scenario first",
    };

    private static SourcePosition? PlaceOf(CheckedRule rule, Contradiction wrong) => wrong.Aspect switch
    {
        PromiseAspect.For => rule.Rule.ForText?.Position,
        PromiseAspect.KeepFiringFor => rule.Rule.KeepFiringForText?.Position,
        PromiseAspect.Interval => rule.Group.IntervalText?.Position,
        PromiseAspect.Label => rule.Rule.LabelEntries.FirstOrDefault(l => l.Name == wrong.Key)?.Text.Position,
        PromiseAspect.Annotation => rule.Rule.AnnotationEntries.FirstOrDefault(a => a.Name == wrong.Key)?.Text.Position,
        _ => rule.Expression.PositionOf(0),
    };
}
