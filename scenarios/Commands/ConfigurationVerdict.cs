using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Checks;
using NovaCron.Validation.Assertions.Mutations;
using NovaCron.Validation.Assertions.Simulation.Behaviour;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.RuleTesting;
using NovaCron.Validation.Scenarios.Simulated;

namespace NovaCron.Validation.Scenarios.Commands;

/// <summary>Asks everything that can be asked of a configuration without a stack.</summary>
/// <param name="tester">The rule engine.</param>
/// <param name="ledger">Known defects of the configuration.</param>
/// <param name="time">The clock.</param>
internal sealed class ConfigurationVerdict(IRuleTester tester, ImmutableArray<KnownDefect> ledger, TimeProvider time)
{
    private readonly CheckJob _checks = new(CheckCatalogue.All, time);

    /// <summary>Checks and simulates a configuration.</summary>
    /// <exception cref="RuleTesterException">The rule engine could not be asked.</exception>
    public async Task<CheckResult> OfAsync(string name, CheckedConfiguration configuration, CancellationToken cancellationToken)
    {
        var simulated = await configuration.Simulation.RunAsync(tester, cancellationToken);
        return _checks.Run(name, configuration.Subject, ledger, simulated.Findings) with { Simulation = simulated };
    }

    /// <summary>Tries every edit of a configuration: an edit is noticed where it makes <c>check</c> fail, so a stale entry of the ledger counts, too.</summary>
    /// <exception cref="RuleTesterException">The rule engine could not be asked.</exception>
    public Task<MutationResult> MutateAsync(CheckSubject original, CheckResult found, IProgress<(int Tried, int All)> tried, CancellationToken cancellationToken)
    {
        var simulated = found.Simulation?.Findings ?? [];
        return new MutationJob(
            MutatorCatalogue.All,
            folder => CheckedConfiguration.Of(folder).Subject,
            [(edited, _, _) => Task.FromResult(Judge(edited, simulated)), async (edited, alert, token) => Judge(edited, [.. simulated.Where(f => f.Subject != alert), .. await SimulateAsync(edited, alert, token)])])
            .RunAsync(original, found.Findings, tried, cancellationToken);
    }

    private ImmutableArray<Finding> Judge(CheckSubject edited, ImmutableArray<Finding> simulated) => _checks.Run("", edited, ledger, simulated).Findings;

    // Only the rule that was edited; an edit of routes shows in no rule.
    private async Task<ImmutableArray<Finding>> SimulateAsync(CheckSubject edited, string? alert, CancellationToken cancellationToken)
    {
        var scenarios = CheckedConfiguration.Of(edited.Folder).Scenarios.Where(s => s.Contract.Alert == alert);
        var external = edited.Folder.Prometheus?.ExternalLabels ?? ImmutableSortedDictionary<string, string>.Empty;
        return (await new BehaviourSimulation(tester, external).RunAsync(new SimulatedAlerts(edited.Folder).Of(scenarios), cancellationToken)).Findings;
    }
}
