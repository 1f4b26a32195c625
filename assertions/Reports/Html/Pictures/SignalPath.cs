using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>A sample in a picture.</summary>
/// <param name="Seconds">Documented seconds since the fault's effect.</param>
/// <param name="Value">Value; NaN breaks the line, infinity is at the edge.</param>
public readonly record struct Point(double Seconds, double Value);

/// <summary>Draws a series as the data of an SVG path.</summary>
internal static class SignalPath
{
    // More than two points in a unit's width cannot be told apart: the least and the greatest of them say it all.
    private const int MostInColumn = 2;

    /// <summary>The path; empty without a sample on the axis.</summary>
    /// <param name="points">Samples in order of time.</param>
    /// <param name="time">Time axis; samples outside of it are left out.</param>
    /// <param name="values">Axis of the values.</param>
    /// <param name="gapSeconds">Longer without a sample, and there is a gap in the line.</param>
    /// <param name="isStep">Whether a value holds until the next one: of a signal that knows no values between.</param>
    public static string Of(IEnumerable<Point> points, TimeAxis time, ValueAxis values, double gapSeconds, bool isStep = false)
    {
        var path = new StringBuilder();
        var previous = double.NegativeInfinity;
        foreach (var point in Thinned(points.Where(p => time.Holds(p.Seconds)), time))
        {
            if (double.IsNaN(point.Value))
            {
                previous = double.NegativeInfinity;
                continue;
            }

            var isNew = double.IsNegativeInfinity(previous) || point.Seconds - previous > gapSeconds;
            var (x, y) = (Figure(time.X(point.Seconds)), Figure(values.Y(point.Value)));
            path.Append(isNew ? $"M{x} {y}" : isStep ? $"H{x}V{y}" : $"L{x} {y}");
            previous = point.Seconds;
        }

        return path.ToString();
    }

    /// <summary>A figure of the picture, to a tenth of a unit.</summary>
    public static string Figure(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static IEnumerable<Point> Thinned(IEnumerable<Point> points, TimeAxis time)
    {
        foreach (var column in points.GroupBy(p => (int)time.X(p.Seconds)))
        {
            var all = column.ToArray();
            if (all.Length <= MostInColumn || all.Any(p => double.IsNaN(p.Value)))
            {
                foreach (var point in all)
                {
                    yield return point;
                }

                continue;
            }

            var (least, most) = (all.MinBy(p => p.Value), all.MaxBy(p => p.Value));
            yield return least.Seconds <= most.Seconds ? least : most;
            yield return least.Seconds <= most.Seconds ? most : least;
        }
    }
}
