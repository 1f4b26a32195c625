using System.Collections.Immutable;
using NovaCron.Validation.Environments.Cells;
using NovaCron.Validation.Environments.Monitoring.Rendering;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>Runs the blind spots' cells side by side, as many as the machine carries, and a disturbed one once more.</summary>
internal sealed class BlindSpotBatch(
    BlindSpotOptions options, PreparedConfiguration prepared, RunContext context, StallWatch stalls, IProgress<CellProgress> progress, TimeProvider time) : IDisposable
{
    private readonly CellStarter _starter = new(context);

    /// <summary>Runs them all; those whose time is compressed the least first, since they take the longest.</summary>
    public async Task<ImmutableArray<BlindSpotRecord>> RunAsync(Action<BlindSpotRecord> onRecord, CancellationToken cancellationToken)
    {
        using var places = new CellPlaces(options.Run.Cells, options.Run.Scale);
        var cells = options.Spots.OrderBy(s => options.ScaleOf(s).Factor)
            .Select(spot => places.RunAsync(() => RunUndisturbedAsync(spot, onRecord, cancellationToken), cancellationToken)).ToList();
        var records = await Task.WhenAll(cells);
        return [.. options.Spots.Select(s => records.Single(r => r.Evidence.Promise.Spot == s.Promise.Spot))];
    }

    /// <inheritdoc/>
    public void Dispose() => _starter.Dispose();

    private async Task<BlindSpotRecord> RunUndisturbedAsync(BlindSpot spot, Action<BlindSpotRecord> onRecord, CancellationToken cancellationToken)
    {
        var record = await RunOnceAsync(spot, spot.Promise.Spot, cancellationToken);
        if (record.RerunIsDue)
        {
            record = await RunOnceAsync(spot, $"{spot.Promise.Spot}-again", cancellationToken) with { Disturbed = record.Evidence.Disturbances };
        }

        onRecord(record);
        return record;
    }

    private Task<BlindSpotRecord> RunOnceAsync(BlindSpot spot, string cell, CancellationToken cancellationToken)
    {
        var scale = options.ScaleOf(spot);
        var rendered = scale == options.Run.Scale
            ? prepared.Rendered
            : ConfigurationRenderer.Render(prepared.Source, scale, new RenderOptions { SetAside = [.. prepared.Refused.Keys] });
        var monitoring = MonitoringFilesOf.Configuration(prepared.Source, rendered, scale);
        var blueprint = spot.Shape(new CellBlueprint
        {
            Name = cell,
            Systems = spot.Systems,
            Monitoring = monitoring with
            {
                Prometheus = [.. monitoring.Prometheus, new Environments.Containers.ContainerFile(PulseRule.PathOf(prepared.Source.Prometheus), PulseRule.File(scale))],
            },
            Exporters = ExporterSettings.Of(prepared.Source.Systems),
        });
        return new BlindSpotJob(_starter, spot, blueprint, prepared.Source, scale, stalls, progress, time).RunAsync(cancellationToken);
    }
}
