using NovaCron.Validation.StandIns.Dwcp.Framing;

namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>How many streams are open and what they reserve, against what this pod may have. Safe for several threads.</summary>
/// <param name="maximumStreams">The most open streams.</param>
/// <param name="bandwidthBytes">Bytes per second they may reserve together.</param>
internal sealed class StreamBudget(int maximumStreams, long bandwidthBytes)
{
    private readonly Lock gate = new();
    private int streams;
    private long bytes;

    /// <summary>Open streams and the bytes per second they reserve.</summary>
    public (int Streams, long Bytes) Used
    {
        get
        {
            lock (gate)
                return (streams, bytes);
        }
    }

    /// <summary>Whether a stream would have its place now.</summary>
    /// <param name="reserved">What it would reserve, in bytes per second.</param>
    public bool HasRoom(long reserved)
    {
        lock (gate)
            return streams < maximumStreams && reserved <= bandwidthBytes - bytes;
    }

    /// <summary>Takes the place of one stream.</summary>
    /// <param name="reserved">What it reserves, in bytes per second.</param>
    /// <returns>Null when it has its place, else why not.</returns>
    public CloseReason? Take(long reserved)
    {
        lock (gate)
        {
            if (streams >= maximumStreams)
                return CloseReason.StreamLimit;
            if (reserved > bandwidthBytes - bytes)
                return CloseReason.BandwidthLimit;
            streams++;
            bytes += reserved;
            return null;
        }
    }

    /// <summary>Gives the place of one stream back.</summary>
    /// <param name="reserved">What it reserved, in bytes per second.</param>
    public void Release(long reserved)
    {
        lock (gate)
        {
            streams--;
            bytes -= reserved;
        }
    }
}
