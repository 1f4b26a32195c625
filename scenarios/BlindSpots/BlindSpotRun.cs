using System.Collections.Immutable;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>What a run over the blind spots brought.</summary>
internal sealed record BlindSpotRun
{
    /// <summary>Version by component.</summary>
    public required ImmutableSortedDictionary<string, string> Components { get; init; }

    /// <summary>The blind spots, in the catalogue's order.</summary>
    public required ImmutableArray<BlindSpotRecord> Spots { get; init; }

    /// <summary>From the start to the first cell's start, wall time.</summary>
    public required TimeSpan SetUp { get; init; }

    /// <summary>From the start to the end of the tear-down, wall time.</summary>
    public TimeSpan Wall { get; init; }

    /// <summary>Why something of the run is still on the engine; null when nothing is.</summary>
    public string? Leftovers { get; init; }
}
