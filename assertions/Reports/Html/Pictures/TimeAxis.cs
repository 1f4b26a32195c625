namespace NovaCron.Validation.Assertions.Reports.Html.Pictures;

/// <summary>The one time axis of a picture: documented seconds since the fault's effect, from left to right.</summary>
/// <param name="From">Documented seconds at the left edge.</param>
/// <param name="To">Documented seconds at the right edge; later than <paramref name="From"/>.</param>
/// <param name="Left">Left edge, in the picture's units.</param>
/// <param name="Right">Right edge, in the picture's units.</param>
public sealed record TimeAxis(double From, double To, double Left, double Right)
{
    // What people count time in.
    private static readonly double[] Steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];

    /// <summary>Where an instant is; one outside of the axis is at its edge.</summary>
    public double X(double seconds) => Left + ((Math.Clamp(seconds, From, To) - From) / (To - From) * (Right - Left));

    /// <summary>Whether an instant is on the axis.</summary>
    public bool Holds(double seconds) => seconds >= From && seconds <= To;

    /// <summary>Round instants, 0 among them where the axis holds it.</summary>
    /// <param name="most">How many there is room for.</param>
    public IReadOnlyList<double> Ticks(int most)
    {
        var step = Steps.FirstOrDefault(s => (To - From) / s <= most, Math.Ceiling((To - From) / most / 86400) * 86400);
        var first = (long)Math.Ceiling(From / step);
        var last = (long)Math.Floor(To / step);
        return [.. Enumerable.Range(0, (int)Math.Max(0, last - first + 1)).Select(i => (first + i) * step)];
    }
}
