using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>
/// Runs the cells of a run in waves, as many side by side as the machine carries, and disturbed ones once more in a wave of their own.
/// Creating cells disturbs running ones more than a busy core does: a wave starts together, in steps, and is measured when all of it stands.
/// </summary>
internal sealed class CellBatch(
    RunOptions options, ImmutableArray<AlertScenario> scenarios, PreparedConfiguration prepared, RunContext context, StallWatch stalls, IProgress<CellProgress> progress, TimeProvider time) : IDisposable
{
    private readonly CellStarter _starter = new(context, 2 * Environment.ProcessorCount);

    private readonly RuleSimulation _simulation = new(prepared.Source, new RuleTool(context));

    /// <summary>Runs them all.</summary>
    public async Task<ImmutableArray<CellRecord>> RunAsync(Action<CellRecord> onRecord, CancellationToken cancellationToken)
    {
        var atOnce = options.Cells ?? CellCapacity.Of(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, options.Scale);
        // Like with like: a wave lasts as long as its longest cell.
        var longestFirst = scenarios.OrderByDescending(s => PhasePlan.For(s.Contract, options.Scale, s.JustBelow, s.Inhibitor?.Contract).Whole + s.TimeToEffect).ToList();
        var records = longestFirst.Where(s => RefusalOf(s) is not null).Select(s => Refused(s, onRecord)).ToList();
        List<CellRecord> disturbed = [];
        foreach (var wave in longestFirst.Where(s => RefusalOf(s) is null).Chunk(atOnce))
        {
            foreach (var record in await RunWaveAsync(wave, "", onRecord, cancellationToken))
            {
                (Rerun.IsDue(record) ? disturbed : records).Add(record);
            }
        }

        foreach (var wave in disturbed.Chunk(atOnce))
        {
            var again = await RunWaveAsync([.. wave.Select(r => r.Scenario)], "-again", onRecord, cancellationToken);
            records.AddRange(again.Zip(wave, (second, first) => second with { Disturbed = first.Evidence!.Disturbances }));
        }

        return [.. records.OrderBy(c => scenarios.IndexOf(c.Scenario))];
    }

    /// <inheritdoc/>
    public void Dispose() => _starter.Dispose();

    private string? RefusalOf(AlertScenario scenario) => prepared.RefusalOf(scenario.Contract.Alert, scenario.Contract.RuleFile);

    // What Prometheus does not load needs no cell to be judged.
    private CellRecord Refused(AlertScenario scenario, Action<CellRecord> onRecord)
    {
        var evidence = new CellEvidence { Contract = scenario.Contract, Scale = options.Scale, Phases = new Phases(), LoadError = RefusalOf(scenario) };
        var record = new CellRecord { Scenario = scenario, Evidence = evidence };
        onRecord(record);
        return record;
    }

    private async Task<CellRecord[]> RunWaveAsync(AlertScenario[] wave, string suffix, Action<CellRecord> onRecord, CancellationToken cancellationToken)
    {
        var line = new StartLine(wave.Length);
        return await Task.WhenAll(wave.Select(async scenario =>
        {
            var record = await RunAsync(scenario, scenario.CellName + suffix, line, cancellationToken);
            onRecord(record);
            return record;
        }));
    }

    private async Task<CellRecord> RunAsync(AlertScenario scenario, string cell, StartLine line, CancellationToken cancellationToken)
    {
        var blueprint = scenario.Shape(new CellBlueprint
        {
            Name = cell,
            Systems = scenario.Systems,
            Monitoring = MonitoringFilesOf.Configuration(prepared.Source, prepared.Rendered, options.Scale),
            Exporters = ExporterSettings.Of(prepared.Source.Systems),
        });
        var record = await new CellJob(_starter, line, scenario, blueprint, options.Scale, stalls, progress, time).RunAsync(cancellationToken);
        return record.Evidence is { } evidence ? record with { Evidence = await _simulation.AddAsync(scenario, evidence, cancellationToken) } : record;
    }
}
