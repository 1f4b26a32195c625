using System.Collections.Concurrent;

namespace NovaCron.Validation.StandIns.Dwcp.Measurement;

/// <summary>What one pod measured: signals over the measurement window, and totals since it started.</summary>
internal sealed class DwcpStatistics
{
    private readonly ConcurrentDictionary<string, long> errors = new();
    private long sent;
    private long received;
    private long lost;

    /// <summary>Lost and received packets of all incoming streams.</summary>
    public MeasurementWindow Loss { get; } = new();

    /// <summary>Sum in milliseconds, and number, of the round trips.</summary>
    public MeasurementWindow RoundTrips { get; } = new();

    /// <summary>Payload bytes before and after compression of what was sent and of what arrived.</summary>
    public MeasurementWindow Compression { get; } = new();

    /// <summary>Data packets sent.</summary>
    public long PacketsSent => Interlocked.Read(ref sent);

    /// <summary>Data packets that arrived and were settled.</summary>
    public long PacketsReceived => Interlocked.Read(ref received);

    /// <summary>Data packets that were settled as lost.</summary>
    public long PacketsLost => Interlocked.Read(ref lost);

    /// <summary>Stream errors by reason.</summary>
    public IEnumerable<KeyValuePair<string, long>> Errors => errors;

    /// <summary>Called with each round trip, in seconds.</summary>
    public Action<double>? RoundTripMeasured { get; set; }

    /// <summary>Counts a sent packet.</summary>
    /// <param name="at">When, in microseconds.</param>
    /// <param name="before">Its bytes before compression.</param>
    /// <param name="after">Its bytes after compression.</param>
    public void CountSent(long at, int before, int after)
    {
        Interlocked.Increment(ref sent);
        Compression.Add(at, before, after);
    }

    /// <summary>Counts the payload of a packet that arrived on an open stream and was restored.</summary>
    /// <param name="at">When, in microseconds.</param>
    /// <param name="before">Its bytes before compression.</param>
    /// <param name="after">Its bytes after compression.</param>
    public void CountRestored(long at, int before, int after) => Compression.Add(at, before, after);

    /// <summary>Counts settled packets.</summary>
    /// <param name="settled">How many of each kind.</param>
    /// <param name="from">When the packet before them arrived, in microseconds.</param>
    /// <param name="to">When they were settled, in microseconds.</param>
    public void CountSettled(Settlement settled, long from, long to)
    {
        Interlocked.Add(ref received, settled.Received);
        Interlocked.Add(ref lost, settled.Lost);
        if (settled.Lost <= 1 || to - from <= MeasurementWindow.Length / 2)
        {
            Loss.Add(to, settled.Lost, settled.Received);
            return;
        }

        // After an outage the missing packets belong to the time of the outage, not to the moment it was noticed.
        Loss.Add(to, 0, settled.Received);
        for (var i = 1; i <= settled.Lost; i++)
            Loss.Add(from + ((to - from) * i / (settled.Lost + 1)), 1, 0);
    }

    /// <summary>Counts a round trip.</summary>
    /// <param name="at">When it ended, in microseconds.</param>
    /// <param name="microseconds">How long it took.</param>
    public void CountRoundTrip(long at, long microseconds)
    {
        RoundTrips.Add(at, microseconds / 1000.0, 1);
        RoundTripMeasured?.Invoke(microseconds / (double)MonotonicClock.Second);
    }

    /// <summary>Counts a stream error.</summary>
    /// <param name="reason">One of a few fixed words.</param>
    public void CountError(string reason) => errors.AddOrUpdate(reason, 1, static (_, count) => count + 1);
}
