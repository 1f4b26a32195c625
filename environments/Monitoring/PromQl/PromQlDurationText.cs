using System.Globalization;
using System.Text;

namespace NovaCron.Validation.Environments.Monitoring.PromQl;

/// <summary>Writes durations as Prometheus prints them in expressions: <c>90s</c> as <c>1m30s</c>, <c>24h</c> as <c>1d</c>.</summary>
internal static class PromQlDurationText
{
    private static readonly (string Unit, long Milliseconds, bool IsOnlyWhole)[] Units =
    [
        ("y", 365L * 24 * 3600 * 1000, true), ("w", 7L * 24 * 3600 * 1000, true), ("d", 24L * 3600 * 1000, false),
        ("h", 3600_000, false), ("m", 60_000, false), ("s", 1000, false), ("ms", 1, false),
    ];

    /// <summary>Writes a duration; one of no whole milliseconds, which has no units in PromQL, as seconds.</summary>
    public static string Format(TimeSpan value)
    {
        var sign = value < TimeSpan.Zero ? "-" : "";
        if (value.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            return sign + (Math.Abs((decimal)value.Ticks) / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture);
        }

        var rest = Math.Abs(value.Ticks / TimeSpan.TicksPerMillisecond);
        var text = new StringBuilder(sign);
        foreach (var (unit, size, isOnlyWhole) in Units)
        {
            if (rest >= size && (!isOnlyWhole || rest % size == 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"{rest / size}{unit}");
                rest %= size;
            }
        }

        return text.Length == sign.Length ? sign + "0s" : text.ToString();
    }
}
