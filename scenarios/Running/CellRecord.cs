using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Surfaces;
using NovaCron.Validation.Assertions.Timelines;
using NovaCron.Validation.Scenarios.Load;

namespace NovaCron.Validation.Scenarios.Running;

/// <summary>What one cell brought.</summary>
internal sealed record CellRecord
{
    /// <summary>Scenario.</summary>
    public required AlertScenario Scenario { get; init; }

    /// <summary>Evidence; null when the cell did not come to be.</summary>
    public CellEvidence? Evidence { get; init; }

    /// <summary>What was observed of the documented things that are no alerts; null when the cell brought no evidence.</summary>
    public SurfaceEvidence? Surfaces { get; init; }

    /// <summary>What kept the cell from its end; null when nothing did.</summary>
    public CellFailure? Failure { get; init; }

    /// <summary>Disturbances of a first try that was run again; empty when there was none.</summary>
    public ImmutableArray<string> Disturbed { get; init; } = [];

    /// <summary>Load of the whole run.</summary>
    public ImmutableArray<LoadStatistics> Load { get; init; } = [];

    /// <summary>From the start of its containers to ready, wall time.</summary>
    public TimeSpan SetUp { get; init; }

    /// <summary>From ready to the end of its phases, wall time.</summary>
    public TimeSpan Measured { get; init; }

    /// <summary>The last lines of its containers' logs by role, kept of cells that failed.</summary>
    public ImmutableSortedDictionary<string, string> Logs { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
