using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Judgement;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>Runs the cells of a run side by side, as many as the machine carries and the longest first, and a disturbed one once more.</summary>
internal sealed class CellBatch(
    RunOptions options, ImmutableArray<AlertScenario> scenarios, PreparedConfiguration prepared, RunContext context, StallWatch stalls, IProgress<CellProgress> progress, TimeProvider time) : IDisposable
{
    private readonly CellStarter _starter = new(context);

    private readonly ImmutableArray<KnownDefect> _ledger = LedgerEntries.Of(prepared.Source.KnownDefects.Entries, ScenarioCatalogue.All);

    private readonly RuleSimulation _simulation = new(prepared.Source, new RuleTool(context));

    /// <summary>Runs them all.</summary>
    public async Task<ImmutableArray<CellRecord>> RunAsync(Action<CellRecord> onRecord, CancellationToken cancellationToken)
    {
        using var places = new CellPlaces(options.Cells, options.Scale);
        var longestFirst = scenarios.OrderByDescending(s => PhasePlan.For(s, options.Scale).Whole + s.TimeToEffect);
        var records = await Task.WhenAll(longestFirst.Select(async scenario =>
        {
            var record = RefusalOf(scenario) is { } refusal ? Refused(scenario, refusal) : await places.RunAsync(() => RunUndisturbedAsync(scenario, cancellationToken), cancellationToken);
            onRecord(record);
            return record;
        }).ToList());
        return [.. records.OrderBy(c => scenarios.IndexOf(c.Scenario))];
    }

    /// <inheritdoc/>
    public void Dispose() => _starter.Dispose();

    private string? RefusalOf(AlertScenario scenario) => prepared.RefusalOf(scenario.Contract.Alert, scenario.Contract.RuleFile);

    // What Prometheus does not load needs no cell to be judged.
    private CellRecord Refused(AlertScenario scenario, string refusal) => new()
    {
        Scenario = scenario,
        Evidence = new CellEvidence { Contract = scenario.Contract, Scale = options.Scale, Phases = new Phases(), LoadError = refusal },
    };

    private async Task<CellRecord> RunUndisturbedAsync(AlertScenario scenario, CancellationToken cancellationToken)
    {
        var first = await RunAsync(scenario, scenario.CellName, cancellationToken);
        return Rerun.IsDue(first, _ledger)
            ? await RunAsync(scenario, $"{scenario.CellName}-again", cancellationToken) with { Disturbed = first.Evidence!.Disturbances }
            : first;
    }

    private async Task<CellRecord> RunAsync(AlertScenario scenario, string cell, CancellationToken cancellationToken)
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
