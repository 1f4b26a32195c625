using System.Collections.Immutable;
using System.Text;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Shows an alert's rule, as written, a scenario's simulated signals in virtual time.</summary>
internal sealed class RuleSimulation(MonitoringConfiguration configuration, RuleTool tool)
{
    /// <summary>Adds the outcomes to a cell's evidence; a simulation that failed is an observer's error.</summary>
    public async Task<CellEvidence> AddAsync(AlertScenario scenario, CellEvidence evidence, CancellationToken cancellationToken)
    {
        try
        {
            return evidence with { Simulations = await RunAsync(scenario, cancellationToken) };
        }
        catch (Exception failure) when (failure is EngineException or ObservationException)
        {
            return evidence with { ObserverErrors = [.. evidence.ObserverErrors, failure.Message] };
        }
    }

    private async Task<ImmutableArray<SimulationOutcome>> RunAsync(AlertScenario scenario, CancellationToken cancellationToken)
    {
        var (contract, cases) = (scenario.Contract, scenario.Simulations);
        if (cases.IsEmpty || configuration.RuleFiles.FirstOrDefault(f => f.Groups.Any(g => g.Rules.Any(r => r.Name == contract.Alert))) is not { } file)
        {
            return [];
        }

        var tests = SimulationFile.Write(contract, "rules.yml", cases);
        return SimulationOutput.Read(contract, cases, await tool.TestRulesAsync(Encoding.UTF8.GetBytes(tests), file.File.Bytes, cancellationToken));
    }
}
