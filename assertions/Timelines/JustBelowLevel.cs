namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>How near the promised signal came to its threshold in the phase just below it.</summary>
/// <param name="Level">How near it was wanted.</param>
/// <param name="Worst">The value nearest to the threshold, or farthest beyond it, in the signal's unit.</param>
/// <param name="Share">The same as a ratio of the threshold; see <see cref="SignalTimeline.ShareOfThreshold"/>.</param>
public sealed record JustBelowLevel(JustBelow.Level Level, double Worst, double Share)
{
    /// <summary>Whether it came as near as wanted, and no nearer.</summary>
    public bool IsMet => Share >= Level.Least && Share <= Level.Most;

    /// <summary>Reads it out of a cell.</summary>
    /// <returns>Null where no level is wanted, the phase was not completed, or the signal had no value in it or the same one ever since all was well: then it shows nothing of a level.</returns>
    public static JustBelowLevel? Of(CellTimeline timeline)
    {
        var (signal, phases) = (timeline.ContractSignal, timeline.Evidence.Phases);
        return timeline.Evidence.JustBelow is JustBelow.Level level && phases is { QuietStart: { } quiet, JustBelowStart: { } start, JustBelowEnd: { } end }
            && signal.Worst(start, end) is { } worst && signal.StoodStillAt(quiet, end) is null
            ? new JustBelowLevel(level, worst, signal.ShareOfThreshold(worst)) : null;
    }

    /// <summary>Says that the level was missed, as the disturbance that lets a cell run again; null when it was not.</summary>
    public static string? Missed(CellEvidence evidence) =>
        Of(CellTimeline.Of(evidence)) is { IsMet: false } level ? $"just below the threshold the promised signal came to {Numbers.Text(level.Worst)}, {level.Text}" : null;

    /// <summary>The share in words, with what was wanted.</summary>
    public string Text => FormattableString.Invariant($"{Share:P1} of the way (wanted {Level.Least:P0} to {Level.Most:P0})");
}
