using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>
/// How near a rate of rare events can come to its threshold from below: a window holds a whole number of them, and time compression makes windows short.
/// </summary>
/// <param name="Share">The rate with as many events in the window as stay below the threshold, a ratio of the threshold.</param>
/// <param name="Interval">From one event to the next so that a window never holds more, wall time.</param>
public sealed record WholeEvents(double Share, TimeSpan Interval)
{
    // As near as keeps clear of the threshold when a scrape is late.
    private const double Nearest = 0.9;

    // A window that begins with an event ends before the one that would be too many.
    private const double Spacing = 1.025;

    // What the level may fall short of the computed one: samples are not exactly an interval apart.
    private const double Precision = 0.98;

    /// <summary>Computes it for a contract's signal; with at least one event in a window, even where that is beyond the threshold.</summary>
    /// <param name="contract">A promise about a <see cref="Rate"/>.</param>
    /// <param name="scale">Time compression.</param>
    public static WholeEvents Below(AlertContract contract, TimeScale scale)
    {
        // Prometheus takes the increase between the first and the last sample of the window for that of the whole: one scrape interval less.
        var (window, scrape) = (scale.ToWall(contract.Signal.Window), scale.ToWall(contract.ScrapeInterval));
        var atThreshold = contract.Threshold * (window - scrape).TotalSeconds;
        var events = Math.Max(1, Math.Floor(atThreshold * Nearest));
        return new WholeEvents(events / atThreshold, window / events * Spacing);
    }

    /// <summary>The level wanted: what any scenario is wanted to reach, or what whole events can.</summary>
    /// <param name="wanted">Where the signal could take every value.</param>
    public JustBelow.Level Reach(JustBelow.Level wanted) => wanted with { Least = Math.Min(wanted.Least, Share * Precision) };
}
