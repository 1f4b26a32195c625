using NovaCron.Validation.Assertions.Checks.Inhibitions;
using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Promises;

/// <summary>An alert that another one inhibits, or does not inhibit, otherwise than the strategy promises.</summary>
public sealed class InhibitedBy : ICheck
{
    /// <inheritdoc/>
    public string Name => "promise/inhibited-by";

    /// <inheritdoc/>
    public string About => "an alert that others inhibit, or do not inhibit, otherwise than the strategy promises";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckSubject subject)
    {
        if (subject.Folder.Alertmanager is not { } file)
        {
            return [];
        }

        var rules = subject.Inhibitions;
        var promised = PromisedRule.Of(subject).ToList();
        return promised.SelectMany(p => p.Contract.InhibitedBy.SelectMany(source => Promised(p, source, rules, file)).Concat(Strangers(p, rules)));
    }

    private IEnumerable<Finding> Promised(PromisedRule target, string source, IReadOnlyList<InhibitPairs> rules, AlertmanagerFile file)
    {
        var about = rules.Where(r => Pairs(r, target.Contract.Alert).Any(s => s.Alert == source)).ToList();
        if (about.Count == 0)
        {
            var place = rules.Select(r => (SourcePosition?)r.Rule.Position).FirstOrDefault() ?? file.Route.Position;
            yield return Finding(target, place,
                $"expected {source} to inhibit it, found no inhibition rule whose source matches {source}, whose target matches it, and that can hold",
                $"add an inhibition rule with source alertname=\"{source}\" and target alertname=\"{target.Contract.Alert}\"");
            yield break;
        }

        // A matcher on a label that the alerts may or may not have promises nothing.
        if (!about.Exists(r => Pairs(r, target.Contract.Alert).Any(s => s.Alert == source && s.AsSource == Certainty.Yes) && r.Targets.Any(t => t.Alert == target.Contract.Alert && t.AsTarget == Certainty.Yes)))
        {
            var uncertain = about[0].Rule.Source.Concat(about[0].Rule.Target).Select(m => m.Name).Distinct();
            yield return Finding(target, about[0].Rule.Position, $"expected {source} to inhibit it, found that {about[0].Name} asks for {string.Join(" and ", uncertain)}, which not every such alert surely has", "ask for labels that the rules set")
                with { Severity = Severity.Warning };
        }

        foreach (var rule in about)
        {
            foreach (var label in target.Contract.InhibitionEqual.Where(l => !rule.Rule.Equal.Contains(l)))
            {
                yield return Finding(target, rule.Rule.Position, $"expected {source} to inhibit it only where both agree in {label}, found that {rule.Name} does not ask for that", $"add {label} to equal");
            }
        }
    }

    private IEnumerable<Finding> Strangers(PromisedRule target, IReadOnlyList<InhibitPairs> rules) =>
        from rule in rules
        let strangers = Pairs(rule, target.Contract.Alert).Where(s => s.AsSource == Certainty.Yes && s.Alert != target.Contract.Alert && !target.Contract.InhibitedBy.Contains(s.Alert)).Select(s => s.Alert).ToList()
        where strangers.Count > 0
        select Finding(target, rule.Rule.Position,
            $"expected {(target.Contract.InhibitedBy.IsEmpty ? "nothing" : string.Join(", ", target.Contract.InhibitedBy))} to inhibit it, found that {string.Join(", ", strangers)} may, by {rule.Name}", "ask for more in source, target or equal");

    // The alerts that may inhibit this one by a rule.
    private static IEnumerable<InhibitSide> Pairs(InhibitPairs rule, string target) =>
        rule.Targets.Where(t => t.Alert == target).SelectMany(t => rule.Sources.Where(s => InhibitPairs.MayHold(s, t)));

    private Finding Finding(PromisedRule target, SourcePosition position, string message, string fix) => new()
    {
        Check = Name,
        Severity = Severity.Error,
        Subject = target.Contract.Alert,
        Position = position,
        Message = message,
        Fix = fix,
    };
}
