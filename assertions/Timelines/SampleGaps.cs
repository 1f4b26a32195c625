using System.Collections.Immutable;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>Finds where an observation that should be there at every evaluation is missing.</summary>
internal static class SampleGaps
{
    /// <summary>Describes the first gap; null when there is none.</summary>
    /// <param name="at">Instants at which there was a sample, in order.</param>
    /// <param name="from">Start of the time that must be covered.</param>
    /// <param name="to">End of it.</param>
    /// <param name="interval">Time between samples, wall time.</param>
    public static string? Find(ImmutableArray<DateTimeOffset> at, DateTimeOffset from, DateTimeOffset to, TimeSpan interval)
    {
        // Two intervals at the edges: a phase begins and ends anywhere between two evaluations.
        var previous = from;
        var leeway = interval * 2;
        foreach (var sample in at.Where(a => a >= from && a <= to))
        {
            if (sample - previous > leeway)
            {
                return Describe(previous, sample);
            }

            previous = sample;
            leeway = interval * AlertTimeline.GapInIntervals;
        }

        return to - previous > interval * 2 ? Describe(previous, to) : null;
    }

    private static string Describe(DateTimeOffset from, DateTimeOffset to) =>
        FormattableString.Invariant($"no sample from {from.UtcDateTime:HH:mm:ss.fff} to {to.UtcDateTime:HH:mm:ss.fff} ({(to - from).TotalSeconds:0.0##} s wall)");
}
