using System.Net;
using System.Net.Sockets;
using NovaCron.Validation.StandIns.Dwcp.Framing;
using NovaCron.Validation.StandIns.Dwcp.Measurement;

namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>One peer that this pod sends to: finds out whether it is there, and keeps its streams going while it is.</summary>
/// <remarks>Its socket is connected, so that the kernel reports a peer whose process is gone, which no packet loss looks like.</remarks>
internal sealed class OutgoingPeer : IDisposable
{
    /// <summary>How often the round trip is measured, in microseconds.</summary>
    public const long PingInterval = MonotonicClock.Second / 10;

    private const int ThreadStack = 256 << 10;

    private readonly Lock gate = new();
    private readonly DwcpStatistics statistics;
    private readonly MonotonicClock clock;
    private readonly FrameSender sender;
    private readonly OutgoingStreams streams;
    private readonly string name;
    private long? lastHeard;
    private long? lastPing;
    private ulong pings;
    private bool closed;

    /// <summary>Connects to a peer; nothing is sent before the first <see cref="Tick"/>.</summary>
    /// <param name="address">The peer.</param>
    /// <param name="options">What to send.</param>
    /// <param name="budget">What this pod may have open.</param>
    /// <param name="statistics">Where sent packets and round trips are counted.</param>
    /// <param name="clock">The time.</param>
    public OutgoingPeer(IPAddress address, DwcpOptions options, StreamBudget budget, DwcpStatistics statistics, MonotonicClock clock)
    {
        Address = address;
        this.statistics = statistics;
        this.clock = clock;
        name = $"{address}:{options.Port}";
        sender = new FrameSender(options.OwnAddress, new IPEndPoint(address, options.Port));
        streams = new OutgoingStreams(options, budget, statistics, clock, sender);
    }

    /// <summary>The peer's address.</summary>
    public IPAddress Address { get; }

    /// <summary>Called when the peer stops answering or answers again.</summary>
    public Action<OutgoingPeer, PeerChange>? Changed { get; init; }

    /// <summary>Whether the peer answered within the stream timeout, and was not reported gone since.</summary>
    public bool IsReachable
    {
        get
        {
            lock (gate)
                return lastHeard is not null;
        }
    }

    /// <summary>Begins to receive the peer's answers, until disposed.</summary>
    public void Start() => new Thread(Receive, ThreadStack) { IsBackground = true, Name = "dwcp-answers" }.Start();

    /// <summary>Sends all that is due.</summary>
    public void Tick()
    {
        PeerChange? lost = null;
        lock (gate)
        {
            if (closed)
                return;
            var now = clock.Now;
            if (lastPing is not { } ping || now - ping >= PingInterval)
                Ping(now);
            if (lastHeard is { } heard)
            {
                streams.OfferDue(now);
                lost = now - heard >= IncomingStreams.Timeout ? PeerChange.Silent : null;
            }

            streams.SendDue(now);
            if (sender.TakeRefusal())
                lost = PeerChange.Refused;
        }

        if (lost is { } how)
            Lose(how);
    }

    /// <summary>The streams that are open.</summary>
    public IReadOnlyList<StreamInfo> List()
    {
        lock (gate)
            return streams.List(name);
    }

    /// <summary>Tells the peer that the streams end, and sends nothing more.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (closed)
                return;
            streams.CloseAll(tellPeer: true);
            closed = true;
            sender.Dispose();
        }
    }

    private void Receive()
    {
        var buffer = new byte[FrameCodec.MaximumFrame];
        try
        {
            while (true)
            {
                var length = sender.Socket.Receive(buffer, SocketFlags.None, out var error);
                if (error == SocketError.Success)
                    Handle(buffer.AsSpan(0, length));
                else if (error == SocketError.ConnectionRefused)
                    Lose(PeerChange.Refused);
                else if (IsClosed)
                    return;
            }
        }
        catch (ObjectDisposedException)
        {
            // The peer was let go.
        }
    }

    private bool IsClosed
    {
        get
        {
            lock (gate)
                return closed;
        }
    }

    private void Ping(long now)
    {
        lastPing = now;
        sender.Send(new FrameHeader(FrameType.Ping, FrameFlags.None, 0, ++pings, clock.Now, 0), []);
    }

    private void Handle(ReadOnlySpan<byte> datagram)
    {
        if (!FrameCodec.TryDecode(datagram, out var header, out _))
        {
            statistics.CountError("malformed_frame");
            return;
        }

        var now = clock.Now;
        var roundTrip = now - header.SentAtMicroseconds;
        if (header.Type == FrameType.Pong && roundTrip is >= 0 and <= IncomingStreams.Timeout)
            statistics.CountRoundTrip(now, roundTrip);

        bool isNew;
        lock (gate)
        {
            if (closed)
                return;
            isNew = lastHeard is null;
            lastHeard = now;
            streams.Handle(header);
        }

        if (isNew)
            Changed?.Invoke(this, PeerChange.Answered);
    }

    private void Lose(PeerChange how)
    {
        lock (gate)
        {
            if (lastHeard is null)
                return;
            lastHeard = null;
            streams.CloseAll(tellPeer: false);
        }

        statistics.CountError("peer_lost");
        Changed?.Invoke(this, how);
    }
}
