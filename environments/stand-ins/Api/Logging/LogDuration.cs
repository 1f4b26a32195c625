using System.Globalization;

namespace NovaCron.Validation.StandIns.Api.Logging;

/// <summary>Durations as the strategy's log queries compare them (<c>duration &gt; 1s</c>): a number and its unit.</summary>
internal static class LogDuration
{
    /// <summary>What counts as slow: the second of the strategy's slow-query log query.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>Formats a duration in seconds, to the microsecond, such as "1.250000s".</summary>
    /// <param name="duration">The duration.</param>
    public static string Format(TimeSpan duration) => duration.TotalSeconds.ToString("F6", CultureInfo.InvariantCulture) + "s";
}
