using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks.Routes;

/// <summary>An alerting rule with the labels that its alerts have at Alertmanager, and where they may end up.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Ends">The routes at which its alerts may end, each with whether they surely do.</param>
/// <param name="Enters">The routes that its alerts may enter, each with whether they surely do.</param>
internal sealed record RoutedRule(CheckedRule Rule, LabelFlow Labels, ImmutableDictionary<Route, Certainty> Ends, ImmutableDictionary<Route, Certainty> Enters)
{
    /// <summary>The name of the alert.</summary>
    public string Alert => Rule.Alert;

    /// <summary>Every alerting rule of a configuration; none without an <c>alertmanager.yml</c>.</summary>
    public static ImmutableArray<RoutedRule> Of(CheckSubject subject) =>
        subject.Folder.Alertmanager is { } file ? [.. subject.Rules.Select(r => Of(r, LabelsOf(subject, r), file.Route))] : [];

    /// <summary>
    /// The labels that a rule's alerts have at Alertmanager. Where Prometheus' own configuration is not there, it may add any label that the rule does
    /// not set, and where it relabels alerts, nothing is known.
    /// </summary>
    public static LabelFlow LabelsOf(CheckSubject subject, CheckedRule rule) => subject.Folder.Prometheus switch
    {
        null => new LabelFlow(LabelFact.Maybe, rule.AlertLabels.Named.Select(l => KeyValuePair.Create(l, rule.AlertLabels[l])).Where(l => l.Value.Presence == Presence.Always)),
        { AlertRelabelSteps.Length: > 0 } => LabelFlow.Any,
        _ => rule.AlertLabels,
    };

    /// <summary>Whether its alerts may end up at a receiver.</summary>
    public bool MayReach(string receiver) => Ends.Keys.Any(r => r.Receiver == receiver);

    /// <summary>Whether its alerts surely end up at a receiver.</summary>
    public bool SurelyReaches(string receiver) => Ends.Any(r => r.Key.Receiver == receiver && r.Value == Certainty.Yes);

    private static RoutedRule Of(CheckedRule rule, LabelFlow labels, Route root)
    {
        var ends = ImmutableDictionary.CreateBuilder<Route, Certainty>(ReferenceEqualityComparer.Instance);
        var enters = ImmutableDictionary.CreateBuilder<Route, Certainty>(ReferenceEqualityComparer.Instance);
        if (labels.Fulfils(root.Matchers) is not Certainty.No and var entered)
        {
            Walk(root, entered);
        }

        return new RoutedRule(rule, labels, ends.ToImmutable(), enters.ToImmutable());

        void Walk(Route route, Certainty here)
        {
            enters[route] = here;
            var left = here;
            foreach (var child in route.Routes)
            {
                var matches = labels.Fulfils(child.Matchers);
                if (left == Certainty.No || matches == Certainty.No)
                {
                    continue;
                }

                Walk(child, Less(left, matches));
                // What matched an earlier sibling has gone there; of all the rest a sure match leaves nothing.
                here = matches == Certainty.Yes ? Certainty.No : Less(here, Certainty.Maybe);
                left = child.Continue ? left : matches == Certainty.Yes ? Certainty.No : Less(left, Certainty.Maybe);
            }

            if (here != Certainty.No)
            {
                ends[route] = here;
            }
        }
    }

    private static Certainty Less(Certainty a, Certainty b) => (Certainty)Math.Min((int)a, (int)b);
}
