namespace NovaCron.Validation.StandIns.Dwcp.Measurement;

/// <summary>A clock that only goes forward, in microseconds of wall time since an unspecified start.</summary>
/// <param name="time">Where its time comes from.</param>
internal sealed class MonotonicClock(TimeProvider time)
{
    /// <summary>Microseconds in a second.</summary>
    public const long Second = 1_000_000;

    /// <summary>Now, in microseconds.</summary>
    public long Now => (long)(time.GetTimestamp() * ((double)Second / time.TimestampFrequency));

    /// <summary>The source, for timers.</summary>
    public TimeProvider Source => time;
}
