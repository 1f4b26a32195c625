namespace NovaCron.Validation.StandIns.Dwcp.Measurement;

/// <summary>
/// Spreads the packets of several streams evenly over time: each stream has its slot in every round, and the slots
/// rotate, so that a rule dropping every n-th packet hits all streams alike.
/// </summary>
/// <param name="streams">How many streams take turns.</param>
/// <param name="packetsPerSecond">Packets each stream sends in a second.</param>
/// <param name="start">When the first packet is due, in microseconds.</param>
internal sealed class Pacer(int streams, int packetsPerSecond, long start)
{
    /// <summary>The longest backlog that is caught up, in microseconds: what a stalled sender missed beyond it is never sent.</summary>
    public const long LongestBacklog = MonotonicClock.Second / 4;

    private readonly long perSecond = (long)streams * packetsPerSecond;
    private long taken;

    /// <summary>Takes the next packet that is due.</summary>
    /// <param name="now">The time, in microseconds.</param>
    /// <param name="stream">The index of the stream whose turn it is.</param>
    /// <returns>Whether a packet is due.</returns>
    public bool TryTake(long now, out int stream)
    {
        stream = 0;
        var due = DueAt(now);
        taken = Math.Max(taken, DueAt(now - LongestBacklog));
        if (taken >= due)
            return false;
        var (round, slot) = Math.DivRem(taken++, streams);
        stream = (int)((slot + round) % streams);
        return true;
    }

    private long DueAt(long time) => time < start || perSecond == 0 ? 0 : (long)((Int128)(time - start) * perSecond / MonotonicClock.Second);
}
