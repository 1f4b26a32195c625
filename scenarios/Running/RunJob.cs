using System.Collections.Immutable;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.Environments.Monitoring.Configuration;
using NovaCron.Validation.Environments.Monitoring.Rendering;
using NovaCron.Validation.Scenarios.Commands;
using NovaCron.Validation.Scenarios.Display;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>A whole run: configuration, images, cells side by side, tear-down.</summary>
internal sealed class RunJob(RunOptions options, string runId, string root, IRunDisplay display, TimeProvider time)
{
    /// <summary>Runs; what the cells brought is returned, whatever it is.</summary>
    /// <param name="onRecord">Told of every cell as soon as it ends.</param>
    /// <param name="cancellationToken">Interrupts the run; faults are rolled back and cells removed before it ends.</param>
    /// <exception cref="ConfigurationException">The configuration cannot be read, or its own servers refuse it.</exception>
    /// <exception cref="EngineException">The environment could not be set up.</exception>
    public async Task<RunRecord> ExecuteAsync(Action<CellRecord> onRecord, CancellationToken cancellationToken)
    {
        var (start, startedAt) = (time.GetTimestamp(), time.GetUtcNow());
        var configuration = MonitoringConfiguration.Load(options.ConfigurationFolder);
        var scenarios = ScenarioCatalogue.Under(configuration.Systems, options.Scenarios);
        // Rule files are for promtool to judge first; a scale that does not fit is told before anything is started.
        ConfigurationRenderer.Render(configuration, options.Scale, new RenderOptions { SetAside = [.. configuration.RuleFiles.Select(f => f.Path)] });
        var (record, leftovers) = await new EngineRun(options, runId, root, display, time).ExecuteAsync(
            (context, token) => RunCellsAsync(configuration, scenarios, context, start, onRecord, token), cancellationToken);
        return record with { Corrected = Corrected(), StartedAt = startedAt, Leftovers = leftovers, Wall = time.GetElapsedTime(start) };
    }

    // Shown beside what is defective; a configuration is not mended by itself.
    private MonitoringConfiguration? Corrected()
    {
        var folder = ConfigurationChoice.FolderOf(root, ConfigurationChoice.Corrected);
        return folder == options.ConfigurationFolder ? null : MonitoringConfiguration.Load(folder);
    }

    private async Task<RunRecord> RunCellsAsync(
        MonitoringConfiguration configuration, ImmutableArray<AlertScenario> scenarios, RunContext context, long start, Action<CellRecord> onRecord, CancellationToken cancellationToken)
    {
        display.Step("asking promtool and amtool");
        var versions = new ComponentVersions(context).ReadAsync(cancellationToken);
        var prepared = await PreparedConfiguration.PrepareAsync(configuration, options.Scale, new ConfigurationCheck(context), cancellationToken);
        var components = await versions;
        var setUp = time.GetElapsedTime(start);
        display.Step(scenarios.Length == 1 ? "running one cell" : $"running {scenarios.Length} cells side by side");
        display.Plan(new RunPlan([.. scenarios.Select(PlanOf)], CellPlaces.Count(options.Cells, options.Scale)));
        await using var stalls = new StallWatch(time);
        using var cells = new CellBatch(options, scenarios, prepared, context, stalls, display, time);
        return new RunRecord
        {
            Prepared = prepared,
            Components = components,
            SetUp = setUp,
            Cells = await cells.RunAsync(Keep, cancellationToken),
        };

        void Keep(CellRecord cell)
        {
            onRecord(cell);
            display.End(CellEnd.Of(RunReport.Judge([cell], prepared).Alerts[0], cell.Failure));
        }
    }

    private CellPlan PlanOf(AlertScenario scenario) =>
        new(scenario.Contract.Alert, PhasePlan.For(scenario, options.Scale).Likely + scenario.TimeToEffect);
}

/// <summary>What a run brought.</summary>
internal sealed record RunRecord
{
    /// <summary>The configuration as it was run.</summary>
    public required PreparedConfiguration Prepared { get; init; }

    /// <summary>The corrected configuration; null where it is the one under test.</summary>
    public MonitoringConfiguration? Corrected { get; init; }

    /// <summary>When the run began, wall time.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Version by component.</summary>
    public required ImmutableSortedDictionary<string, string> Components { get; init; }

    /// <summary>Cells, in the catalogue's order.</summary>
    public required ImmutableArray<CellRecord> Cells { get; init; }

    /// <summary>From the start to the first cell's start, wall time.</summary>
    public required TimeSpan SetUp { get; init; }

    /// <summary>From the start to the end of the tear-down, wall time.</summary>
    public TimeSpan Wall { get; init; }

    /// <summary>Why something of the run is still on the engine; null when nothing is.</summary>
    public string? Leftovers { get; init; }
}
