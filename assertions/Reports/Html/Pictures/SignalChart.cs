using System.Collections.Immutable;
using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Environments.Monitoring.Observation;

namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>The real signal against its threshold.</summary>
/// <param name="Values">Axis of the values.</param>
/// <param name="Contract">Path of each series of what the contract says is measured.</param>
/// <param name="Rule">Path of each series of the rule's own expression.</param>
/// <param name="IsSame">Whether both are the same line, and only one is drawn.</param>
/// <param name="Threshold">Threshold, in the signal's unit.</param>
/// <param name="Comparator">On which side of it the signal is bad.</param>
/// <param name="Unit">Unit.</param>
/// <param name="LeftOut">Series for which there was no room.</param>
/// <param name="Beyond">The rule's greatest value where it leaves the picture; null where it does not.</param>
public sealed record SignalChart(
    ValueAxis Values, ImmutableArray<string> Contract, ImmutableArray<string> Rule, bool IsSame, double Threshold, Comparator Comparator, string Unit, int LeftOut, double? Beyond)
{
    private const int MostSeries = 8;

    /// <summary>The chart of a course's signals on a time axis; null without a sample on it.</summary>
    public static SignalChart? Of(AlertCourse course, TimeAxis time, double top, double bottom)
    {
        if (course.Signals is not { } signals)
        {
            return null;
        }

        var (contract, rule) = (Points(course, signals.Contract, time), Points(course, signals.Rule, time));
        if (contract.Length + rule.Length == 0)
        {
            return null;
        }

        var values = ValueAxis.Around((contract.Length > 0 ? contract : rule).SelectMany(s => s).Select(p => p.Value), signals.Threshold, top, bottom);
        var gap = Gap(contract.Concat(rule));
        var (shown, own) = (Paths(contract), Paths(rule));
        var highest = rule.SelectMany(s => s).Select(p => p.Value).Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).MaxBy(Math.Abs);
        var isSame = shown.Order(StringComparer.Ordinal).SequenceEqual(own.Order(StringComparer.Ordinal));
        return new SignalChart(
            values, shown, isSame ? [] : own, isSame, signals.Threshold, signals.Comparator, signals.Unit,
            Math.Max(0, contract.Length - MostSeries) + Math.Max(0, rule.Length - MostSeries), highest > values.To || highest < values.From ? highest : null);

        // A rule knows nothing between two evaluations: what it saw at one holds until the next.
        ImmutableArray<string> Paths(Point[][] series) =>
            [.. series.OrderByDescending(s => Badness(signals, s)).Take(MostSeries).Select(s => SignalPath.Of(s, time, values, gap, isStep: true)).Where(p => p.Length > 0)];
    }

    private static Point[][] Points(AlertCourse course, ImmutableArray<Series> series, TimeAxis time) =>
    [
        .. series.Select(s => s.Samples.Select(x => new Point(course.Seconds(x.At), x.Value)).Where(p => time.Holds(p.Seconds)).ToArray())
            .Where(s => s.Any(p => !double.IsNaN(p.Value))),
    ];

    // Where there is no room for all, those that come nearest to the bad side are shown.
    private static double Badness(AlertSignals signals, Point[] series)
    {
        var values = series.Select(p => p.Value).Where(v => !double.IsNaN(v));
        return signals.Comparator switch
        {
            Comparator.Above => values.Max(),
            Comparator.Below => -values.Min(),
            _ => -values.Min(v => Math.Abs(v - signals.Threshold)),
        };
    }

    // A line that bridges a missing sample would show a value that nobody measured.
    private static double Gap(IEnumerable<Point[]> series)
    {
        var steps = series.SelectMany(s => s.Zip(s.Skip(1), (a, b) => b.Seconds - a.Seconds)).Where(d => d > 0).Order().ToArray();
        return steps.Length == 0 ? double.PositiveInfinity : steps[steps.Length / 2] * Timelines.AlertTimeline.GapInIntervals;
    }
}
