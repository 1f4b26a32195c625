using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks.Inhibitions;
using NovaCron.Validation.Assertions.Checks.Labels;
using NovaCron.Validation.Assertions.Checks.Metrics;
using NovaCron.Validation.Assertions.Checks.Routes;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Routing;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Assertions.Checks;

/// <summary>A configuration as the checks see it: read once, with what every check needs worked out.</summary>
public sealed class CheckSubject
{
    /// <summary>Prepares a configuration.</summary>
    /// <param name="folder">The configuration.</param>
    /// <param name="contracts">What the strategy promises of its alerts; none for a configuration that is of no strategy.</param>
    public CheckSubject(ConfigurationFolder folder, ImmutableArray<AlertContract> contracts)
    {
        Folder = folder;
        Contracts = contracts;
        var external = folder.Prometheus?.ExternalLabels ?? ImmutableSortedDictionary<string, string>.Empty;
        Rules =
        [
            .. from file in folder.RuleFiles from @group in file.Groups from rule in @group.Rules
               let expression = CheckedExpression.Of(rule.Expr, rule.ExprText, rule.ExprPosition)
               select new CheckedRule(file, @group, rule, expression) { AlertLabels = AlertLabels(expression.Labels, @group, rule, external) },
        ];
        Recordings =
        [
            .. from file in folder.RuleFiles from @group in file.Groups from rule in @group.RecordingRules
               select new CheckedRecording(file, @group, rule, CheckedExpression.Of(rule.Expr, rule.ExprText, rule.ExprPosition)),
        ];
        Routes = folder.Alertmanager is { } alertmanager ? new RouteTree(alertmanager) : null;
    }

    /// <summary>The configuration.</summary>
    public ConfigurationFolder Folder { get; }

    /// <summary>What the strategy promises of its alerts; none for a configuration that is of no strategy.</summary>
    public ImmutableArray<AlertContract> Contracts { get; }

    /// <summary>What the systems around Prometheus are told; null where nobody says, so that their flags are not known.</summary>
    public Systems? Systems { get; init; }

    /// <summary>Who supplies each metric.</summary>
    public MetricSupply Supply => field ??= MetricSupply.Of(this);

    /// <summary>Every alerting rule, in the order of the files.</summary>
    public ImmutableArray<CheckedRule> Rules { get; }

    /// <summary>Every recording rule, in the order of the files.</summary>
    public ImmutableArray<CheckedRecording> Recordings { get; }

    /// <summary>The routes; null without an <c>alertmanager.yml</c>.</summary>
    public RouteTree? Routes { get; }

    /// <summary>Where the alerts end up; nowhere without an <c>alertmanager.yml</c>.</summary>
    internal RoutedRules Routed => field ??= RoutedRules.Of(this);

    /// <summary>Whether any alert can come to each route, in the order of the file; none without an <c>alertmanager.yml</c>.</summary>
    internal IReadOnlyList<RouteReach> Reaches => field ??= Routes is { } tree ? RouteReachability.Of(tree) : [];

    /// <summary>Every inhibition rule with the alerts that it may be about; none where there are no alerting rules.</summary>
    internal IReadOnlyList<InhibitPairs> Inhibitions => field ??= [.. InhibitPairs.Of(this)];

    // A template has a value, and may have an empty one. The external labels give way to an alert's own of the same name.
    private static LabelFlow AlertLabels(LabelFlow expression, RuleGroup group, AlertingRule rule, ImmutableSortedDictionary<string, string> external)
    {
        var labels = group.LabelsOf(rule).Aggregate(expression, (flow, label) => flow.With(label.Key, label switch
        {
            { Value.Length: 0 } => LabelFact.Never,
            { Value: var value } when value.Contains("{{", StringComparison.Ordinal) => LabelFact.Maybe,
            _ => new LabelFact(Presence.Always, label.Value),
        }));
        labels = labels.With("alertname", new LabelFact(Presence.Always, rule.Name));
        return external.Aggregate(labels, (flow, label) => flow[label.Key].Presence switch
        {
            Presence.Never => flow.With(label.Key, new LabelFact(Presence.Always, label.Value)),
            Presence.Maybe => flow.With(label.Key, new LabelFact(Presence.Always)),
            _ => flow,
        });
    }
}
