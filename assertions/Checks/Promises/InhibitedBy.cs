using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Promises;

/// <summary>An alert that the strategy says another one inhibits, and no inhibition rule is about the two.</summary>
public sealed class InhibitedBy : ICheck
{
    /// <inheritdoc/>
    public string Name => "promise/inhibited-by";

    /// <inheritdoc/>
    public string About => "an alert that ought to be inhibited by another one, without an inhibition rule about the two";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        var promised = PromisedRule.Of(subject).ToDictionary(p => p.Contract.Alert);
        return from target in promised.Values
               from name in target.Contract.InhibitedBy
               let source = promised.GetValueOrDefault(name)
               where source is not null && subject.Folder.Alertmanager is { } file && file.InhibitRules.All(r => SurelyNotAbout(r, source.Rule, target.Rule))
               select new Finding
               {
                   Check = Name,
                   Severity = Severity.Error,
                   Subject = target.Contract.Alert,
                   Position = subject.Folder.Alertmanager!.InhibitRules.Select(r => (SourcePosition?)r.Position).FirstOrDefault() ?? subject.Folder.Alertmanager.Route.Position,
                   Message = $"expected {name} to inhibit it, found no inhibition rule whose source matches {name} and whose target matches it",
                   Fix = $"add an inhibition rule with source alertname=\"{name}\" and target alertname=\"{target.Contract.Alert}\"",
               };
    }

    private static bool SurelyNotAbout(InhibitRule rule, CheckedRule source, CheckedRule target) => SurelyFails(rule.Source, source) || SurelyFails(rule.Target, target);

    private static bool SurelyFails(IEnumerable<LabelMatcher> matchers, CheckedRule rule) =>
        matchers.Any(m => KnownLabels.IsCertain(rule.AlertLabels, m.Name) && !m.Matches(rule.AlertLabels[m.Name].Value ?? ""));
}
