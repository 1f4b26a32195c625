using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
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

    /// <summary>What is wrong with the scenarios whose alert no rule has the name of.</summary>
    /// <param name="scenarios">Scenarios.</param>
    public ImmutableArray<Finding> Missing(IEnumerable<AlertScenario> scenarios) => [.. scenarios.Where(s => Find(s) is null).Select(Missing)];

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

    private Finding Missing(AlertScenario scenario) => new()
    {
        Check = BehaviourName.NoRule,
        Severity = Severity.Error,
        Subject = scenario.Contract.Alert,
        Position = new SourcePosition(FileOf(scenario), 1, 1),
        Message = $"expected a rule for {scenario.Contract.Alert}, found none in {Listed(configuration.RuleFiles.Select(f => f.Path))}{(configuration.Unreadable.IsEmpty ? "" : $", and {configuration.Unreadable.Length} files that cannot be read")}",
    };

    private string FileOf(AlertScenario scenario) =>
        configuration.RuleFiles.Select(f => f.Path).OrderByDescending(f => Path.GetFileName(f) == scenario.Contract.RuleFile).FirstOrDefault() ?? $"rules/{scenario.Contract.RuleFile}";

    private static string Listed(IEnumerable<string> files) => string.Join(" or ", files.DefaultIfEmpty("any file"));
}
