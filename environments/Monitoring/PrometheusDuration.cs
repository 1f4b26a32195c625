using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NovaCron.Validation.Environments.Monitoring;

/// <summary>
/// Durations as Prometheus and Alertmanager both write them: whole numbers with the units y, w, d, h, m, s and ms, largest first, each at most once, or a bare 0.
/// </summary>
public static class PrometheusDuration
{
    // Both count in nanoseconds of 64 bits, some 292 years. Source: ParseDuration in model/time.go of github.com/prometheus/common.
    private const long MostMilliseconds = long.MaxValue / 1_000_000;

    private static readonly (string Unit, long Milliseconds)[] Units =
    [
        ("y", 365L * 24 * 3600 * 1000), ("w", 7L * 24 * 3600 * 1000), ("d", 24L * 3600 * 1000),
        ("h", 3600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ];

    /// <summary>Reads a duration.</summary>
    /// <param name="text">E.g. <c>1h30m</c>.</param>
    /// <param name="value">The duration; zero when there is none.</param>
    /// <returns>False when Prometheus would refuse the text.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        if (text == "0")
        {
            return true;
        }

        var total = 0L;
        var next = 0;
        var at = 0;
        while (text is not null && at < text.Length)
        {
            if (!TryTakePart(text, ref at, ref next, ref total))
            {
                return false;
            }
        }

        value = TimeSpan.FromMilliseconds(total);
        return !string.IsNullOrEmpty(text);
    }

    /// <summary>Writes a duration with the largest unit, from h down, that keeps it whole: <c>600ms</c>, <c>12s</c>, <c>90s</c>, <c>5m</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no whole number of milliseconds.</exception>
    public static string Format(TimeSpan value)
    {
        if (value < TimeSpan.Zero || value.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "a Prometheus duration is a whole number of milliseconds, 0 or more");
        }

        var milliseconds = value.Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds == 0)
        {
            return "0s";
        }

        var (unit, size) = Units.Skip(3).First(u => milliseconds % u.Milliseconds == 0);
        return (milliseconds / size).ToString(CultureInfo.InvariantCulture) + unit;
    }

    private static bool TryTakePart(string text, ref int at, ref int next, ref long total)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (!long.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        var unitStart = at;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        var unit = text[unitStart..at];
        var index = Array.FindIndex(Units, next, u => u.Unit == unit);
        if (index < 0 || count > (MostMilliseconds - total) / Units[index].Milliseconds)
        {
            return false;
        }

        next = index + 1;
        total += count * Units[index].Milliseconds;
        return true;
    }
}
