using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Routing;

namespace NovaCron.Validation.Assertions.Checks.Promises;

/// <summary>A promise with the rule that is to keep it.</summary>
/// <param name="Contract">The promise.</param>
/// <param name="Rule">The rule: where an alert has several, a tier each, that of the promised severity.</param>
internal sealed record PromisedRule(AlertContract Contract, CheckedRule Rule)
{
    /// <summary>Every promise that has a rule.</summary>
    public static IEnumerable<PromisedRule> Of(CheckSubject subject) =>
        from contract in subject.Contracts
        let rules = subject.Rules.Where(r => r.Alert == contract.Alert).ToList()
        where rules.Count > 0
        select new PromisedRule(contract, rules.Find(r => r.AlertLabels["severity"].Value == contract.Severity) ?? rules[0]);

    /// <summary>Where its alerts end up; null where that depends on labels that are not certain.</summary>
    public IReadOnlyList<RoutedTo>? Routed(RouteTree routes) =>
        routes.MatchedLabels.All(Rule.AlertLabels.IsCertain) ? routes.Match(Rule.AlertLabels.Certain) : null;
}
