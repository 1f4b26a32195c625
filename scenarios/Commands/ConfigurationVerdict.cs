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

    /// <summary>Tries every edit of a configuration.</summary>
    /// <exception cref="RuleTesterException">The rule engine could not be asked.</exception>
    public Task<MutationResult> MutateAsync(CheckSubject original, CheckResult found, IProgress<(int Tried, int All)> tried, CancellationToken cancellationToken) =>
        new MutationJob(MutatorCatalogue.All, folder => CheckedConfiguration.Of(folder).Subject, [ByChecks, BySimulationAsync])
            .RunAsync(original, found.Findings, tried, cancellationToken);

    private Task<ImmutableArray<Finding>> ByChecks(CheckSubject edited, string? alert, CancellationToken cancellationToken) =>
        Task.FromResult(CheckLedger.Mark(CheckCatalogue.All.SelectMany(c => c.Find(edited)), ledger).ToImmutableArray());

    // Only the rule that was edited; an edit of routes shows in no rule.
    private async Task<ImmutableArray<Finding>> BySimulationAsync(CheckSubject edited, string? alert, CancellationToken cancellationToken)
    {
        var scenarios = CheckedConfiguration.Of(edited.Folder).Scenarios.Where(s => s.Contract.Alert == alert);
        var external = edited.Folder.Prometheus?.ExternalLabels ?? ImmutableSortedDictionary<string, string>.Empty;
        var simulated = await new BehaviourSimulation(tester, external).RunAsync(new SimulatedAlerts(edited.Folder).Of(scenarios), cancellationToken);
        return [.. CheckLedger.Mark(simulated.Findings, ledger)];
    }
}
