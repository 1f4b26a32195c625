using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Routing;

/// <summary>
/// The inhibition rules of an Alertmanager configuration, asked as Alertmanager asks them. Source: <c>inhibit/inhibit.go</c> up to 0.28, which looks
/// at every alert that fires; newer versions look at one for each set of equal labels, and may let an alert through where that one is a target too.
/// </summary>
/// <param name="rules">The rules.</param>
public sealed class Inhibition(ImmutableArray<InhibitRule> rules)
{
    /// <summary>The rules whose source an alert matches: those by which it may inhibit others.</summary>
    /// <param name="labels">Its labels.</param>
    public ImmutableArray<InhibitRule> SourcesFor(IReadOnlyDictionary<string, string> labels) => [.. rules.Where(r => RouteTree.Fulfils(labels, r.Source))];

    /// <summary>The rules whose target an alert matches: those by which others may inhibit it.</summary>
    /// <param name="labels">Its labels.</param>
    public ImmutableArray<InhibitRule> TargetsFor(IReadOnlyDictionary<string, string> labels) => [.. rules.Where(r => RouteTree.Fulfils(labels, r.Target))];

    /// <summary>What inhibits an alert.</summary>
    /// <param name="target">Its labels.</param>
    /// <param name="firing">The labels of every alert that fires; the alert itself may be among them.</param>
    /// <returns>Each pair of a rule and an alert that inhibits by it, in the order of the rules; none when the alert is not inhibited.</returns>
    public ImmutableArray<InhibitedBy> Inhibiting(IReadOnlyDictionary<string, string> target, IEnumerable<IReadOnlyDictionary<string, string>> firing)
    {
        var sources = firing.ToList();
        return [.. TargetsFor(target).SelectMany(rule => sources.Where(source => Inhibits(rule, source, target)).Select(source => new InhibitedBy(rule, source)))];
    }

    /// <summary>Whether one alert that fires inhibits another by a rule. A label that neither has counts as equal; and of two alerts that match both sides, neither inhibits the other.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="source">Labels of the alert that fires.</param>
    /// <param name="target">Labels of the other.</param>
    public static bool Inhibits(InhibitRule rule, IReadOnlyDictionary<string, string> source, IReadOnlyDictionary<string, string> target) =>
        RouteTree.Fulfils(source, rule.Source)
        && RouteTree.Fulfils(target, rule.Target)
        && rule.Equal.All(l => source.GetValueOrDefault(l, "") == target.GetValueOrDefault(l, ""))
        && !(RouteTree.Fulfils(target, rule.Source) && RouteTree.Fulfils(source, rule.Target));
}

/// <summary>What inhibits an alert.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Source">Labels of the alert that inhibits.</param>
public sealed record InhibitedBy(InhibitRule Rule, IReadOnlyDictionary<string, string> Source);
