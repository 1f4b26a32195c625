using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Simulation.Behaviour;
using NovaCron.Validation.Environments.Monitoring.Configuration;

namespace NovaCron.Validation.Scenarios.Simulated;

/// <summary>Finds, for each promised alert, the rule that is to be shown its scenario's signals.</summary>
/// <param name="configuration">The configuration.</param>
public sealed class SimulatedAlerts(ConfigurationFolder configuration)
{
    /// <summary>The alerts of scenarios whose rule is there.</summary>
    /// <param name="scenarios">Scenarios, their promises as the configuration amends them.</param>
    public ImmutableArray<SimulatedAlert> Of(IEnumerable<AlertScenario> scenarios) => [.. scenarios.Select(Find).OfType<SimulatedAlert>()];

    /// <summary>How often a group is evaluated.</summary>
    public TimeSpan IntervalOf(RuleGroup group) =>
        group.Interval is { Ticks: > 0 } interval ? interval : configuration.Prometheus?.EvaluationInterval ?? PrometheusFile.DefaultEvaluationInterval;

    private SimulatedAlert? Find(AlertScenario scenario)
    {
        var contract = scenario.Contract;
        var all = (from file in configuration.RuleFiles
                   from @group in file.Groups
                   from rule in @group.Rules
                   where rule.Name == contract.Alert
                   select (file, @group, rule)).ToList();

        // One alert may have several rules, a tier each: the promised one is that of the promised severity.
        var chosen = all.FindIndex(r => r.rule.Labels.GetValueOrDefault("severity") == contract.Severity);
        return all.Count == 0 ? null : Of(scenario, all[Math.Max(chosen, 0)], all.Count > 1 && chosen >= 0);
    }

    private SimulatedAlert Of(AlertScenario scenario, (RuleFile File, RuleGroup Group, AlertingRule Rule) found, bool isOneOfSeveral) => new()
    {
        Contract = scenario.Contract,
        System = scenario.Simulated(configuration.Prometheus),
        File = found.File,
        Rule = found.Rule,
        EvaluationInterval = IntervalOf(found.Group),
        Cases = scenario.Simulations,
        IsOneOfSeveral = isOneOfSeveral,
    };
}
