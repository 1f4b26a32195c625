using NovaCron.Validation.StandIns.Dwcp.Framing;
using NovaCron.Validation.StandIns.Dwcp.Measurement;

namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>The streams that peers opened to this pod, and what is missing of them. Safe for several threads.</summary>
/// <param name="budget">What this pod may have open.</param>
/// <param name="statistics">Where arrivals and losses are counted.</param>
internal sealed class IncomingStreams(StreamBudget budget, DwcpStatistics statistics)
{
    /// <summary>How long a stream may be silent before it counts as gone, in microseconds.</summary>
    public const long Timeout = 10 * MonotonicClock.Second;

    private const long ExpiryInterval = MonotonicClock.Second / 4;

    private readonly Lock gate = new();
    private readonly Dictionary<StreamKey, IncomingStream> streams = [];
    private long lastExpiry;

    /// <summary>Accepts or refuses a stream; offering an open one again changes nothing.</summary>
    /// <param name="key">Which stream.</param>
    /// <param name="firstSequence">The number of its first packet, from 1.</param>
    /// <param name="offer">Its rate and reservation.</param>
    /// <param name="now">The time, in microseconds.</param>
    /// <returns>Null when the stream is open, else why it is refused.</returns>
    public CloseReason? Open(StreamKey key, ulong firstSequence, StreamOffer offer, long now)
    {
        lock (gate)
        {
            if (streams.ContainsKey(key))
                return null;
            var refusal = budget.Take(offer.ReservedBytesPerSecond);
            if (refusal is null)
                streams.Add(key, new IncomingStream(offer, firstSequence, now));
            return refusal;
        }
    }

    /// <summary>Counts a packet.</summary>
    /// <param name="key">Its stream.</param>
    /// <param name="sequence">Its number.</param>
    /// <param name="now">When it arrived, in microseconds.</param>
    /// <returns>Whether the stream is open.</returns>
    public bool Receive(StreamKey key, ulong sequence, long now)
    {
        lock (gate)
        {
            if (!streams.TryGetValue(key, out var stream))
                return false;
            var settled = stream.Tracker.Observe(sequence);
            statistics.CountSettled(settled, stream.LastHeard, now);
            if (settled.Resynchronised)
                statistics.CountError("resynchronised");
            stream.LastHeard = now;
            stream.Packets++;
            return true;
        }
    }

    /// <summary>Ends a stream that its sender closed.</summary>
    /// <param name="key">Which stream.</param>
    public void Close(StreamKey key) => Remove((candidate, _) => candidate == key);

    /// <summary>Ends all streams of an address that is known to be gone.</summary>
    /// <param name="address">The address, as a number in network order.</param>
    /// <returns>How many there were.</returns>
    public int CloseFrom(uint address) => Remove((candidate, _) => candidate.Remote.Address == address);

    /// <summary>Ends the streams that were silent for <see cref="Timeout"/>.</summary>
    /// <param name="now">The time, in microseconds.</param>
    /// <returns>How many there were.</returns>
    public int Expire(long now)
    {
        lock (gate)
        {
            if (now - lastExpiry < ExpiryInterval)
                return 0;
            lastExpiry = now;
            return Remove((_, stream) => now - stream.LastHeard >= Timeout);
        }
    }

    /// <summary>Lost ÷ (lost + received) over the window.</summary>
    /// <param name="now">The time, in microseconds.</param>
    /// <returns>The rate; null when nothing was received and nothing is known to be missing.</returns>
    /// <remarks>A stream that was silent for the whole window reveals no gap: all packets that its sender promised for that time are lost.</remarks>
    public double? LossRate(long now)
    {
        var (lost, received) = statistics.Loss.Read(now);
        lock (gate)
        {
            foreach (var stream in streams.Values)
            {
                if (now - stream.LastHeard >= MeasurementWindow.Length)
                    lost += stream.Offer.PacketsPerSecond * (double)MeasurementWindow.Length / MonotonicClock.Second;
            }
        }

        lost = Math.Max(0, lost);
        return lost + received > 0 ? lost / (lost + received) : null;
    }

    /// <summary>The open streams.</summary>
    public IReadOnlyList<StreamInfo> List()
    {
        lock (gate)
        {
            return [.. streams.Select(entry => new StreamInfo(
                entry.Key.Id, entry.Key.Remote.ToString(), "incoming", entry.Value.Packets, entry.Value.Offer.ReservedBytesPerSecond))];
        }
    }

    private int Remove(Func<StreamKey, IncomingStream, bool> isGone)
    {
        lock (gate)
        {
            var gone = streams.Where(entry => isGone(entry.Key, entry.Value)).ToList();
            foreach (var (key, stream) in gone)
            {
                streams.Remove(key);
                budget.Release(stream.Offer.ReservedBytesPerSecond);
            }

            return gone.Count;
        }
    }

    private sealed class IncomingStream(StreamOffer offer, ulong firstSequence, long now)
    {
        public StreamOffer Offer => offer;

        public SequenceTracker Tracker { get; } =
            new(firstSequence, (int)(offer.PacketsPerSecond * (Timeout / MonotonicClock.Second)));

        public long LastHeard { get; set; } = now;

        public long Packets { get; set; }
    }
}
