using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Runs the cells of a run side by side, as many as the machine carries, and a disturbed one once more.</summary>
internal sealed class CellBatch(
    RunOptions options, ImmutableArray<AlertScenario> scenarios, PreparedConfiguration prepared, RunContext context, StallWatch stalls, IProgress<CellProgress> progress, TimeProvider time) : IDisposable
{
    // Creating cells disturbs running ones more than a busy core does: they start in steps.
    private readonly CellStarter _starter = new(context, 2 * Environment.ProcessorCount);

    private readonly RuleSimulation _simulation = new(prepared.Source, new RuleTool(context));

    /// <summary>Runs them all.</summary>
    public async Task<ImmutableArray<CellRecord>> RunAsync(Action<CellRecord> onRecord, CancellationToken cancellationToken)
    {
        var atOnce = options.Cells ?? CellCapacity.Of(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, options.Scale);
        using var places = new SemaphoreSlim(atOnce);
        var cells = scenarios
            .OrderByDescending(s => PhasePlan.For(s.Contract, options.Scale, s.JustBelow, s.Inhibitor?.Contract).Whole + s.TimeToEffect)
            .Select(scenario => RunInPlaceAsync(scenario, places, onRecord, cancellationToken)).ToList();
        return [.. (await Task.WhenAll(cells)).OrderBy(c => scenarios.IndexOf(c.Scenario))];
    }

    /// <inheritdoc/>
    public void Dispose() => _starter.Dispose();

    private async Task<CellRecord> RunInPlaceAsync(AlertScenario scenario, SemaphoreSlim places, Action<CellRecord> onRecord, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var record = await RunAsync(scenario, cancellationToken);
            onRecord(record);
            return record;
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<CellRecord> RunAsync(AlertScenario scenario, CancellationToken cancellationToken)
    {
        var contract = scenario.Contract;
        if (prepared.RefusalOf(contract.Alert, contract.RuleFile) is { } refusal)
        {
            var evidence = new CellEvidence { Contract = contract, Scale = options.Scale, Phases = new Phases(), LoadError = refusal };
            return new CellRecord { Scenario = scenario, Evidence = evidence };
        }

        var first = await RunOnceAsync(scenario, scenario.CellName, cancellationToken);
        if (!Rerun.IsDue(first))
        {
            return first;
        }

        var second = await RunOnceAsync(scenario, $"{scenario.CellName}-again", cancellationToken);
        return second with { Disturbed = first.Evidence!.Disturbances };
    }

    private async Task<CellRecord> RunOnceAsync(AlertScenario scenario, string cell, CancellationToken cancellationToken)
    {
        var blueprint = scenario.Shape(new CellBlueprint
        {
            Name = cell,
            Systems = scenario.Systems,
            Monitoring = MonitoringFilesOf.Configuration(prepared.Source, prepared.Rendered, options.Scale),
            Exporters = ExporterSettings.Of(prepared.Source.Systems),
        });
        var record = await new CellJob(_starter, scenario, blueprint, options.Scale, stalls, progress, time).RunAsync(cancellationToken);
        return record.Evidence is { } evidence ? record with { Evidence = await _simulation.AddAsync(scenario, evidence, cancellationToken) } : record;
    }
}
