using NovaCron.Validation.Assertions.Contracts;

namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>The axis of a signal's values, from the bottom up.</summary>
/// <param name="From">Value at the bottom.</param>
/// <param name="To">Value at the top; greater than <paramref name="From"/>.</param>
/// <param name="Top">Top edge, in the picture's units; smaller than <paramref name="Bottom"/>.</param>
/// <param name="Bottom">Bottom edge, in the picture's units.</param>
public sealed record ValueAxis(double From, double To, double Top, double Bottom)
{
    // Half of the height of the band that stands for equality.
    private const double EqualHalf = 5;

    // Greater values are drawn at the edge: a difference of two of them might have no number.
    private const double Greatest = 1e300;

    /// <summary>The axis that shows values and their threshold, with some room beyond them and 0 at the bottom where nothing is below it.</summary>
    public static ValueAxis Around(IEnumerable<double> values, double threshold, double top, double bottom)
    {
        var shown = Shown(values.Append(threshold));
        var (least, most) = (Math.Min(0, shown.Min()), Math.Max(0, shown.Max()));
        var room = most - least > 0 ? (most - least) * 0.12 : 1;
        return new ValueAxis(least < 0 ? least - room : 0, most + room, top, bottom);
    }

    /// <summary>The axis that shows how values differ, wherever they are.</summary>
    public static ValueAxis Between(IEnumerable<double> values, double top, double bottom)
    {
        var shown = Shown(values);
        var (least, most) = (shown.Min(), shown.Max());
        var room = most > least ? (most - least) * 0.1 : Math.Max(1, Math.Abs(most));
        return new ValueAxis(least - room, most + room, top, bottom);
    }

    /// <summary>Where a value is; one outside of the axis, infinity among them, is at its edge, and what is no number at the bottom.</summary>
    public double Y(double value) => double.IsNaN(value) ? Bottom : Bottom - ((Math.Clamp(value, From, To) - From) / (To - From) * (Bottom - Top));

    /// <summary>The part of the picture in which the signal is bad: its top and height. Equality is a line, drawn as a narrow band.</summary>
    public (double Top, double Height) BadSide(Comparator comparator, double threshold) => comparator switch
    {
        Comparator.Above => (Top, Y(threshold) - Top),
        Comparator.Below => (Y(threshold), Bottom - Y(threshold)),
        _ => (Math.Max(Top, Y(threshold) - EqualHalf), Math.Min(Bottom, Y(threshold) + EqualHalf) - Math.Max(Top, Y(threshold) - EqualHalf)),
    };

    private static double[] Shown(IEnumerable<double> values) =>
        [.. values.Where(double.IsFinite).Select(v => Math.Clamp(v, -Greatest, Greatest)).DefaultIfEmpty(0)];
}
