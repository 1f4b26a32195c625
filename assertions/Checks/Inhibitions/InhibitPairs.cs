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
internal sealed record InhibitPairs(InhibitRule Rule, int Index, ImmutableArray<InhibitSide> Sources, ImmutableArray<InhibitSide> Targets)
{
    /// <summary>The rule's name, or its place.</summary>
    public string Name => Rule.Name?.Value is { Length: > 0 } name ? name : FormattableString.Invariant($"inhibit_rules[{Index}]");

    /// <summary>Every inhibition rule of a configuration; none where it has no alerting rules.</summary>
    public static IEnumerable<InhibitPairs> Of(CheckSubject subject)
    {
        var sure = new SureLabels(subject.Folder.Prometheus);
        var alerts = subject.Rules.Select(r => (Rule: r, Labels: RoutedRule.LabelsOf(subject, r))).ToList();
        return alerts.Count == 0 ? [] : (subject.Folder.Alertmanager?.InhibitRules ?? []).Select((rule, i) =>
        {
            var sides = alerts.Select(a => InhibitSide.Of(rule, a.Rule, a.Labels, sure)).ToList();
            return new InhibitPairs(rule, i, [.. sides.Where(s => s.AsSource != Certainty.No)], [.. sides.Where(s => s.AsTarget != Certainty.No)]);
        });
    }

    /// <summary>The labels of <c>equal</c> in which two alerts surely differ.</summary>
    public ImmutableArray<string> Unequal(InhibitSide source, InhibitSide target) =>
        [.. Rule.Equal.Where((_, i) => FlowMatching.SurelyDiffer(source.Equal[i], target.Equal[i]))];

    /// <summary>Whether one alert may inhibit another: they may agree, and not surely match both sides both.</summary>
    public static bool MayHold(InhibitSide source, InhibitSide target)
    {
        for (var i = 0; i < source.Equal.Length; i++)
        {
            if (FlowMatching.SurelyDiffer(source.Equal[i], target.Equal[i]))
            {
                return false;
            }
        }

        return !AreBothBoth(source, target);
    }

    /// <summary>The sources that may inhibit an alert.</summary>
    public IEnumerable<InhibitSide> SourcesFor(InhibitSide target) => Agreeing(target).Where(s => MayHold(s, target));

    /// <summary>Whether by this rule any alert may inhibit another.</summary>
    public bool MayEverHold => Targets.Any(t => SourcesFor(t).Any());

    // Of many alerts that each have their own service or team, few agree: the others are not looked at one by one.
    private IEnumerable<InhibitSide> Agreeing(InhibitSide target) => Parting < 0 ? Sources
        : target.Equal[Parting] is { Presence: Presence.Always, Value: { } value } ? ByValue[value].Concat(ByValue[null])
        : Sources;

    private int Parting { get; } = Rule.Equal.Select((_, i) => (Index: i, Values: Sources.Select(s => Known(s, i)).Distinct().Count())).OrderByDescending(v => v.Values).Select(v => v.Index).FirstOrDefault(-1);

    private ILookup<string?, InhibitSide> ByValue => field ??= Sources.ToLookup(s => Known(s, Parting), StringComparer.Ordinal);

    private static string? Known(InhibitSide side, int label) => side.Equal[label] is { Presence: Presence.Always, Value: { } value } ? value : null;

    /// <summary>Whether two alerts surely match both sides, so that neither inhibits the other.</summary>
    public static bool AreBothBoth(InhibitSide source, InhibitSide target) => source.AsTarget == Certainty.Yes && target.AsSource == Certainty.Yes;
}

/// <summary>An alerting rule, as an inhibition rule sees it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Labels">The labels that its alerts have at Alertmanager.</param>
/// <param name="AsSource">Whether it matches the source.</param>
/// <param name="AsTarget">Whether it matches the target.</param>
/// <param name="Equal">What is known of each label of <c>equal</c>.</param>
internal sealed record InhibitSide(CheckedRule Rule, LabelFlow Labels, Certainty AsSource, Certainty AsTarget, ImmutableArray<LabelFact> Equal)
{
    /// <summary>The name of the alert.</summary>
    public string Alert => Rule.Alert;

    /// <summary>Looks at an alert.</summary>
    public static InhibitSide Of(InhibitRule rule, CheckedRule alert, LabelFlow labels, SureLabels sure) =>
        new(alert, labels, labels.Fulfils(rule.Source), labels.Fulfils(rule.Target), [.. rule.Equal.Select(l => Fact(alert, labels, l, sure))]);

    private static LabelFact Fact(CheckedRule alert, LabelFlow labels, string label, SureLabels sure)
    {
        var fact = labels[label];
        var mayBeScraped = fact.Presence == Presence.Maybe && labels != LabelFlow.Any && !alert.Group.LabelsOf(alert.Rule).ContainsKey(label);
        return mayBeScraped && alert.Expression.Root is { } root && sure.Of(root, label) is { Presence: Presence.Always } found ? found : fact;
    }
}
