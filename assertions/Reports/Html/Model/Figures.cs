using System.Globalization;
using NovaCron.Validation.Assertions.Reports.Html.Pictures;
using NovaCron.Validation.Assertions.Timelines;

namespace NovaCron.Validation.Assertions.Reports.Html.Model;

/// <summary>Writes figures for the page.</summary>
internal static class Figures
{
    /// <summary>Seconds with their unit; a dash for none.</summary>
    public static string Seconds(double? seconds) => seconds is { } s && double.IsFinite(s) ? $"{Numbers.Seconds(s)} s" : "–";

    /// <summary>A range of seconds, e.g. <c>78.8–108.8 s</c>; the empty string where neither bound is known.</summary>
    public static string Range(double? earliest, double? latest) => (earliest, latest) switch
    {
        ({ } from, { } to) => $"{Numbers.Seconds(from)}–{Numbers.Seconds(to)} s",
        (null, { } to) => $"at most {Numbers.Seconds(to)} s",
        ({ } from, null) => $"at least {Numbers.Seconds(from)} s",
        _ => "",
    };

    /// <summary>An instant of the day, UTC, to the millisecond.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>Date and time, UTC.</summary>
    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A metric's value.</summary>
    public static string Value(double value) => double.IsNaN(value) ? "–" : Numbers.Text(value);

    /// <summary>A count with its noun.</summary>
    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>A length or a place in a picture.</summary>
    public static string Place(double value) => SignalPath.Figure(value);

    /// <summary>Seconds as an attribute's value, for scripts and tests.</summary>
    public static string Exact(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A text that fits into a width, cut with an ellipsis; exact enough for the system's fonts.</summary>
    public static string Fit(string text, double width, double fontSize)
    {
        var most = (int)Math.Max(1, width / (fontSize * 0.62));
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? Math.Max(0, most - 2) : most - 1), "…");
    }
}
