using System.Collections.Immutable;
using NovaCron.Validation.Assertions.BlindSpots;
using NovaCron.Validation.Scenarios.Running;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>What one blind spot's cell brought.</summary>
internal sealed record BlindSpotRecord
{
    /// <summary>Evidence; it says itself what it does not prove.</summary>
    public required SpotEvidence Evidence { get; init; }

    /// <summary>Name of the cell.</summary>
    public required string Cell { get; init; }

    /// <summary>What kept the cell from its end; null when nothing did.</summary>
    public CellFailure? Failure { get; init; }

    /// <summary>Disturbances of a first try that was run again; empty when there was none.</summary>
    public ImmutableArray<string> Disturbed { get; init; } = [];

    /// <summary>From the start of its containers to ready, wall time.</summary>
    public TimeSpan SetUp { get; init; }

    /// <summary>From ready to the end of its phases, wall time.</summary>
    public TimeSpan Measured { get; init; }

    /// <summary>The last lines of its containers' logs by role, kept of cells that failed.</summary>
    public ImmutableSortedDictionary<string, string> Logs { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether the cell is run once more: only after a recorded disturbance.</summary>
    public bool RerunIsDue => Failure is null && !Evidence.Disturbances.IsEmpty;
}
