using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Simulation.Behaviour;
using NovaCron.Validation.Assertions.Simulation.Derivation;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.RuleTesting;

namespace NovaCron.Validation.Scenarios.Simulated;

/// <summary>Shows all of a configuration's rules their signals in virtual time: those of the scenarios, and for other rules those that their expressions tell.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="scenarios">Scenarios, their promises as the configuration amends them; none for a configuration that is of no strategy.</param>
public sealed class ConfigurationSimulation(ConfigurationFolder configuration, ImmutableArray<AlertScenario> scenarios)
{
    private const string CustomResource = "promtool reads no custom resources";
    private static readonly ImmutableSortedDictionary<string, string> NoLabels = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Simulates.</summary>
    /// <param name="tester">The rule engine.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="RuleTesterException">The rule engine could not be asked.</exception>
    public async Task<BehaviourResult> RunAsync(IRuleTester tester, CancellationToken cancellationToken)
    {
        var alerts = new SimulatedAlerts(configuration);
        var derived = Derived(alerts).ToList();
        var promised = alerts.Of(scenarios).ToLookup(a => a.File.IsCustomResource);
        var result = await new BehaviourSimulation(tester, configuration.Prometheus?.ExternalLabels ?? NoLabels)
            .RunAsync([.. promised[false], .. derived.Select(d => d.Alert).OfType<SimulatedAlert>()], cancellationToken);
        return result with { Findings = [.. result.Findings, .. derived.Select(d => d.Why).OfType<Finding>(), .. promised[true].Select(a => DerivedAlert.NotDerivable(a.Rule, CustomResource))] };
    }

    private IEnumerable<(SimulatedAlert? Alert, Finding? Why)> Derived(SimulatedAlerts alerts)
    {
        var promised = scenarios.Select(s => s.Contract.Alert).ToHashSet(StringComparer.Ordinal);
        foreach (var file in configuration.RuleFiles)
        {
            var counts = file.Groups.SelectMany(g => g.Rules).CountBy(r => r.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            foreach (var (group, rule) in file.Groups.SelectMany(g => g.Rules.Select(r => (g, r))).Where(r => !promised.Contains(r.r.Name)))
            {
                yield return Derive(file, alerts.IntervalOf(group), rule, counts[rule.Name] > 1);
            }
        }
    }

    private (SimulatedAlert? Alert, Finding? Why) Derive(RuleFile file, TimeSpan evaluationInterval, AlertingRule rule, bool isOneOfSeveral)
    {
        try
        {
            return file.IsCustomResource ? throw new NotDrivableException(CustomResource)
                : isOneOfSeveral ? throw new NotDrivableException("the file has several rules of that name")
                : (DerivedAlert.Of(file, rule, evaluationInterval, configuration.Prometheus?.ScrapeInterval ?? PrometheusFile.DefaultScrapeInterval), null);
        }
        catch (NotDrivableException obstacle)
        {
            return (null, DerivedAlert.NotDerivable(rule, obstacle.Message));
        }
    }
}
