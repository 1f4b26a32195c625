using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Assertions.Checks.Routes;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Inhibitions;

/// <summary>An inhibition rule with the alerts that it may be about.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Sources">The alerts that may match its source.</param>
/// <param name="Targets">The alerts that may match its target.</param>
/// <param name="Sure">What is known of labels from how they are scraped.</param>
internal sealed record InhibitPairs(InhibitRule Rule, int Index, ImmutableArray<InhibitSide> Sources, ImmutableArray<InhibitSide> Targets, SureLabels Sure)
{
    /// <summary>The rule's name, or its place.</summary>
    public string Name => Rule.Name?.Value is { Length: > 0 } name ? name : FormattableString.Invariant($"inhibit_rules[{Index}]");

    /// <summary>Every inhibition rule of a configuration; none where it has no alerting rules.</summary>
    public static IEnumerable<InhibitPairs> Of(CheckSubject subject)
    {
        var sure = new SureLabels(subject.Folder.Prometheus);
        var alerts = subject.Rules.Select(r => new InhibitSide(r, RoutedRule.LabelsOf(subject, r))).ToList();
        return alerts.Count == 0 ? [] : (subject.Folder.Alertmanager?.InhibitRules ?? []).Select((rule, i) => new InhibitPairs(
            rule, i, [.. alerts.Where(a => a.Labels.Fulfils(rule.Source) != Certainty.No)], [.. alerts.Where(a => a.Labels.Fulfils(rule.Target) != Certainty.No)], sure));
    }

    /// <summary>The labels of <c>equal</c> in which two alerts surely differ.</summary>
    public ImmutableArray<string> Unequal(InhibitSide source, InhibitSide target) => [.. Rule.Equal.Where(l => FlowMatching.SurelyDiffer(Fact(source, l), Fact(target, l)))];

    /// <summary>Whether two alerts surely match both sides, so that neither inhibits the other.</summary>
    public bool AreBothBoth(InhibitSide source, InhibitSide target) => target.Labels.Fulfils(Rule.Source) == Certainty.Yes && source.Labels.Fulfils(Rule.Target) == Certainty.Yes;

    /// <summary>What is known of an alert's label.</summary>
    public LabelFact Fact(InhibitSide alert, string label)
    {
        var fact = alert.Labels[label];
        var mayBeScraped = fact.Presence == Presence.Maybe && alert.Labels != LabelFlow.Any && !alert.Rule.Group.LabelsOf(alert.Rule.Rule).ContainsKey(label);
        return mayBeScraped && alert.Rule.Expression.Root is { } root && Sure.Of(root, label) is { Presence: Presence.Always } sure ? sure : fact;
    }
}

/// <summary>An alerting rule with the labels that its alerts have at Alertmanager.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Labels">The labels.</param>
internal sealed record InhibitSide(CheckedRule Rule, LabelFlow Labels)
{
    /// <summary>The name of the alert.</summary>
    public string Alert => Rule.Alert;
}
