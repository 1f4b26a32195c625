namespace NovaCron.Validation.StandIns.Reaper;

/// <summary>
/// Decides from looks at the heartbeat file whether the runner is lost. It is once the last beat is older than the grace,
/// or the file is gone after it had been there, in several looks in a row: after a stall of the whole machine the runner
/// gets the time of those looks to beat again.
/// </summary>
/// <param name="grace">Longest age of a beat.</param>
/// <param name="start">When the reaper started; counts as the beat until there is a file.</param>
internal sealed class HeartbeatWatch(TimeSpan grace, DateTimeOffset start)
{
    /// <summary>Looks in a row that must find no fresh beat.</summary>
    public const int LooksNeeded = 3;

    private bool seen;
    private int looksWithout;

    /// <summary>Takes in one look; true when the runner is lost.</summary>
    /// <param name="beat">The file's time of last change; null when there is no file.</param>
    /// <param name="now">The time of the look.</param>
    public bool IsLost(DateTimeOffset? beat, DateTimeOffset now)
    {
        seen |= beat is not null;
        var gone = seen && beat is null;
        var fresh = !gone && now - (beat ?? start) <= grace;
        looksWithout = fresh ? 0 : looksWithout + 1;
        return looksWithout >= LooksNeeded;
    }
}
