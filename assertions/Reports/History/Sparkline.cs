namespace NovaCron.Validation.Assertions.Reports.History;

/// <summary>Draws values as a line of bars, one character each.</summary>
public static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const string Digits = "12345678";

    /// <summary>What stands for a value that is not there.</summary>
    /// <param name="unicode">Whether the terminal has Unicode.</param>
    public static char Gap(bool unicode) => unicode ? '·' : '.';

    /// <summary>The line. The least value is the lowest bar and the greatest the highest; values that are all alike are in the middle.</summary>
    /// <param name="values">Values, in order; one that is null or no number is a gap.</param>
    /// <param name="unicode">Whether the terminal has Unicode; digits from 1 to 8 stand for the bars where it has none.</param>
    public static string Of(IReadOnlyCollection<double?> values, bool unicode)
    {
        var bars = unicode ? Bars : Digits;
        var known = values.OfType<double>().Where(double.IsFinite).ToArray();
        var (least, most) = known.Length == 0 ? (0, 0) : (known.Min(), known.Max());
        return string.Concat(values.Select(Bar));

        char Bar(double? value) => value is not { } v || !double.IsFinite(v) ? Gap(unicode)
            : most > least ? bars[(int)Math.Round((v - least) / (most - least) * (bars.Length - 1))]
            : bars[(bars.Length / 2) - 1];
    }
}
