using System.Collections.Immutable;
using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Scenarios.Commands;

namespace NovaCron.Validation.Scenarios.BlindSpots;

/// <summary>What <c>blind-spots</c> was asked for, checked.</summary>
/// <param name="Run">What it has in common with <c>run</c>.</param>
/// <param name="Spots">Blind spots to look at.</param>
internal sealed record BlindSpotOptions(RunOptions Run, ImmutableArray<BlindSpot> Spots)
{
    /// <summary>Time compression of a blind spot: as asked for, and no more than it stands.</summary>
    public TimeScale ScaleOf(BlindSpot spot) => new(Math.Min(Run.Scale.Factor, spot.LargestScale));
}
