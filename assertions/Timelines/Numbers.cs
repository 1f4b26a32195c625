using System.Globalization;
using NovaCron.Validation.Environments.Monitoring;

namespace NovaCron.Validation.Assertions.Timelines;

/// <summary>Writes figures the same way everywhere.</summary>
public static class Numbers
{
    /// <summary>A value of a metric, with at most six significant digits.</summary>
    public static string Text(double value) => double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>Seconds, with at most one decimal.</summary>
    public static string Seconds(double seconds) => seconds.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A duration in documented seconds.</summary>
    public static double Documented(this TimeScale scale, TimeSpan wall) => scale.ToDocumented(wall).TotalSeconds;

    /// <summary>A duration in Prometheus' form, e.g. <c>1m</c> or <c>90s</c>.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { Ticks: 0 } => "0s",
        _ when duration.Ticks % TimeSpan.TicksPerHour == 0 => FormattableString.Invariant($"{duration.TotalHours:0}h"),
        _ when duration.Ticks % TimeSpan.TicksPerMinute == 0 => FormattableString.Invariant($"{duration.TotalMinutes:0}m"),
        _ => FormattableString.Invariant($"{duration.TotalSeconds:0.###}s"),
    };
}
