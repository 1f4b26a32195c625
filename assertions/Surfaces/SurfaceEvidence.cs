using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Surfaces;

/// <summary>What was observed in one alert's cell of the documented things that are no alerts.</summary>
public sealed record SurfaceEvidence
{
    /// <summary>The alert whose cell it is.</summary>
    public required string Alert { get; init; }

    /// <summary>When each phase began and ended.</summary>
    public required Phases Phases { get; init; }

    /// <summary>Time compression of the cell.</summary>
    public required TimeScale Scale { get; init; }

    /// <summary>Time between two samples of a panel, wall time.</summary>
    public required TimeSpan Step { get; init; }

    /// <summary>Panels that belong to the alert, over the whole run.</summary>
    public ImmutableArray<PanelSamples> Panels { get; init; } = [];

    /// <summary>Key metrics that belong to the alert.</summary>
    public ImmutableArray<MetricSeen> Metrics { get; init; } = [];

    /// <summary>Answers of the health endpoints, in order; empty where the cell's were not asked.</summary>
    public ImmutableArray<HealthAnswer> Health { get; init; } = [];

    /// <summary>Lines that the API's pods wrote to their logs; empty where they were not read.</summary>
    public ImmutableArray<string> LogLines { get; init; } = [];

    /// <summary>Observers that failed, and faults that could not be injected: what was attempted, and what came back.</summary>
    public ImmutableArray<string> Errors { get; init; } = [];
}

/// <summary>What a panel's query brought.</summary>
/// <param name="Panel">Panel.</param>
/// <param name="Series">Its lines, from the start of the quiet phase to the end of the cell's phases.</param>
public sealed record PanelSamples(Panel Panel, ImmutableArray<Series> Series);

/// <summary>What Prometheus knows of a metric at the end of the quiet phase.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type as the target tells it: counter, gauge, histogram, …; null when no target does.</param>
/// <param name="Series">How many series it has.</param>
public sealed record MetricSeen(string Name, string? Type, int Series);
