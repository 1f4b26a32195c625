using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>A signal as Prometheus had it, told apart into its good and its bad side.</summary>
/// <param name="series">Samples at evaluation steps.</param>
/// <param name="comparator">On which side of the threshold it is bad.</param>
/// <param name="threshold">Threshold, in the signal's unit.</param>
/// <param name="interval">Evaluation interval, wall time.</param>
public sealed class SignalTimeline(ImmutableArray<Series> series, Comparator comparator, double threshold, TimeSpan interval)
{
    private readonly ImmutableArray<DateTimeOffset> steps = [.. series.SelectMany(s => s.Samples).Select(s => s.At).Distinct().Order()];

    /// <summary>Instants at which at least one series had a sample, in order.</summary>
    public ImmutableArray<DateTimeOffset> Steps => steps;

    /// <summary>Whether a value is on the bad side. NaN never is, as in PromQL.</summary>
    public bool IsBad(double value) => comparator switch
    {
        Comparator.Above => value > threshold,
        Comparator.Below => value < threshold,
        Comparator.EqualTo => value.Equals(threshold),
        _ => throw new InvalidOperationException($"the contract's comparator is none of Above, Below and EqualTo but {comparator}; correct the contract"),
    };

    /// <summary>The first step, not before the instant, at which any series is bad.</summary>
    public DateTimeOffset? FirstBad(DateTimeOffset from, DateTimeOffset? to = null) =>
        Bad(from, to ?? DateTimeOffset.MaxValue).Select(s => (DateTimeOffset?)s.At).Min();

    /// <summary>The last step before the instant at which there were samples and none was bad.</summary>
    public DateTimeOffset? LastGoodBefore(DateTimeOffset instant)
    {
        var bad = Bad(DateTimeOffset.MinValue, instant).Select(s => s.At).ToHashSet();
        return steps.Where(s => s < instant && !bad.Contains(s)).Select(s => (DateTimeOffset?)s).LastOrDefault();
    }

    /// <summary>Longest uninterrupted stretch of bad steps of any one series, from its first bad step to its last, wall time; null when none was bad.</summary>
    public TimeSpan? LongestBad(DateTimeOffset from, DateTimeOffset to) => BadStretches(from, to).Select(s => (TimeSpan?)(s.Last - s.Start)).Max();

    /// <summary>Uninterrupted stretches of bad steps of any one series, from the first bad step to the last, by their beginning. A missing step interrupts.</summary>
    /// <param name="from">Start.</param>
    /// <param name="to">End.</param>
    /// <param name="without">Steps to take as missing; null for none.</param>
    public ImmutableArray<(DateTimeOffset Start, DateTimeOffset Last)> BadStretches(DateTimeOffset from, DateTimeOffset to, ImmutableSortedSet<DateTimeOffset>? without = null) =>
        [.. series.SelectMany(s => BadStretches(s.Samples.Where(x => x.At >= from && x.At <= to && without?.Contains(x.At) != true))).OrderBy(s => s.Start)];

    /// <summary>The value nearest to the bad side, or deepest in it; null without a sample. NaN does not count.</summary>
    public double? Worst(DateTimeOffset from, DateTimeOffset to)
    {
        var values = Within(from, to).Select(s => s.Value).Where(v => !double.IsNaN(v)).ToArray();
        return values.Length == 0 ? null : comparator switch
        {
            Comparator.Above => values.Max(),
            Comparator.Below => values.Min(),
            _ => values.MinBy(v => Math.Abs(v - threshold)),
        };
    }

    /// <summary>The value that every series had at every step between two instants; null when there were others, or none.</summary>
    public double? StoodStillAt(DateTimeOffset from, DateTimeOffset to) =>
        Within(from, to).Select(s => s.Value).Distinct().Take(2).ToArray() is [var only] ? only : null;

    /// <summary>How near a value comes to the threshold, a ratio; 1 is on it. For <see cref="Comparator.Below"/> it is threshold ÷ value, since near is above.</summary>
    public double ShareOfThreshold(double value) => comparator == Comparator.Below ? threshold / value : value / threshold;

    /// <summary>Judges whether an alert that cleared at an instant cleared because all is well.</summary>
    /// <param name="from">Start of the time in which series were bad: those are asked after.</param>
    /// <param name="at">The evaluation at which the alert was gone.</param>
    /// <returns>Series that vanished, series that are still bad (labels as text), and how many are present and good.</returns>
    public (ImmutableArray<string> Vanished, ImmutableArray<string> Bad, int Good) StateAt(DateTimeOffset from, DateTimeOffset at)
    {
        var asked = series.Where(s => s.Samples.Any(x => x.At >= from && x.At < at && IsBad(x.Value))).ToArray();
        asked = asked.Length == 0 ? [.. series.Where(s => s.Samples.Any(x => x.At >= from && x.At < at))] : asked;
        // Half an interval for two grids that do not coincide, one more for a scrape that came after its evaluation.
        var seen = asked.Select(s => (s, Near: s.Samples.Where(x => Around(x.At, at)).Select(x => (double?)x.Value).LastOrDefault())).ToArray();
        return (
            [.. seen.Where(x => x.Near is null).Select(x => Describe(x.s))],
            [.. seen.Where(x => x.Near is { } v && (IsBad(v) || double.IsNaN(v))).Select(x => $"{Describe(x.s)} = {Numbers.Text(x.Near!.Value)}")],
            seen.Count(x => x.Near is { } v && !IsBad(v) && !double.IsNaN(v)));
    }

    /// <summary>Says where samples are missing between two instants; null when there is one at every evaluation.</summary>
    public string? Gap(DateTimeOffset from, DateTimeOffset to) => SampleGaps.Find(steps, from, to, interval);

    /// <summary>Whether any series has a sample between two instants, both included.</summary>
    public bool HasSamples(DateTimeOffset from, DateTimeOffset to) => steps.Any(s => s >= from && s <= to);

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset Last)> BadStretches(IEnumerable<Sample> samples)
    {
        (DateTimeOffset Start, DateTimeOffset Last)? stretch = null;
        foreach (var sample in samples)
        {
            var goesOn = IsBad(sample.Value) && stretch is { } open && sample.At - open.Last <= interval * AlertTimeline.GapInIntervals;
            if (stretch is { } ended && !goesOn)
            {
                yield return ended;
            }

            stretch = !IsBad(sample.Value) ? null : (goesOn ? stretch!.Value.Start : sample.At, sample.At);
        }

        if (stretch is { } last)
        {
            yield return last;
        }
    }

    private bool Around(DateTimeOffset sample, DateTimeOffset at) => sample >= at - interval / 2 && sample <= at + interval * AlertTimeline.GapInIntervals;

    private IEnumerable<Sample> Within(DateTimeOffset from, DateTimeOffset to) =>
        series.SelectMany(s => s.Samples).Where(s => s.At >= from && s.At <= to);

    private IEnumerable<Sample> Bad(DateTimeOffset from, DateTimeOffset to) => Within(from, to).Where(s => IsBad(s.Value));

    private static string Describe(Series one) =>
        "{" + string.Join(", ", one.Labels.Where(l => l.Key != "__name__").Select(l => $"{l.Key}=\"{l.Value}\"")) + "}";
}
