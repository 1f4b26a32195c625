using System.Net;
using System.Net.Sockets;
using NovaCron.Validation.StandIns.Dwcp.Framing;
using NovaCron.Validation.StandIns.Dwcp.Measurement;
using NovaCron.Validation.StandIns.Dwcp.Payload;

namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>
/// Receives what peers send, on a thread of its own: one wake-up drains a whole batch, where an asynchronous
/// receive would pay for a thread switch per packet.
/// </summary>
internal sealed class IncomingReceiver : IDisposable
{
    /// <summary>What the kernel is asked to hold while the thread does not run, in bytes; it grants what its own limit allows.</summary>
    private const int ReceiveBuffer = 4 << 20;

    /// <summary>Shortest time between two answers to packets of unknown streams, in microseconds.</summary>
    private const long UnknownAnswerInterval = MonotonicClock.Second / 100;

    private const int ThreadStack = 256 << 10;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly SocketAddress remote = new(AddressFamily.InterNetwork, Remote.SocketAddressLength);
    private readonly byte[] reply = new byte[FrameCodec.HeaderLength];
    private readonly byte[] restored = new byte[ushort.MaxValue];
    private readonly IncomingStreams streams;
    private readonly DwcpStatistics statistics;
    private readonly MonotonicClock clock;
    private readonly Thread thread;
    private long lastUnknownAnswer = long.MinValue / 2;
    private volatile bool stopping;

    /// <summary>Binds the port.</summary>
    /// <param name="own">Where to listen.</param>
    /// <param name="streams">Where packets belong.</param>
    /// <param name="statistics">Where errors are counted.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public IncomingReceiver(IPEndPoint own, IncomingStreams streams, DwcpStatistics statistics, MonotonicClock clock)
    {
        this.streams = streams;
        this.statistics = statistics;
        this.clock = clock;
        socket.ReceiveBufferSize = ReceiveBuffer;
        socket.Bind(own);
        thread = new Thread(Run, ThreadStack) { IsBackground = true, Name = "dwcp-receive" };
    }

    /// <summary>The port that was bound.</summary>
    public int Port => ((IPEndPoint)socket.LocalEndPoint!).Port;

    /// <summary>Begins to receive.</summary>
    public void Start() => thread.Start();

    /// <inheritdoc/>
    public void Dispose()
    {
        stopping = true;
        socket.Dispose();
    }

    private void Run()
    {
        var buffer = new byte[FrameCodec.MaximumFrame + 1];
        while (!stopping)
        {
            try
            {
                var length = socket.ReceiveFrom(buffer, SocketFlags.None, remote);
                Handle(buffer.AsSpan(0, length));
            }
            catch (SocketException) when (!stopping)
            {
                statistics.CountError("receive_failed");
            }
            catch (Exception e) when (stopping && e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Handle(ReadOnlySpan<byte> datagram)
    {
        if (!FrameCodec.TryDecode(datagram, out var header, out var payload))
        {
            statistics.CountError("malformed_frame");
            return;
        }

        var key = new StreamKey(Remote.From(remote), header.StreamId);
        switch (header.Type)
        {
            case FrameType.Data:
                HandleData(key, header, payload);
                break;
            case FrameType.Ping:
                Reply(header with { Type = FrameType.Pong });
                break;
            case FrameType.Open:
                HandleOpen(key, header, payload);
                break;
            case FrameType.Close:
                streams.Close(key);
                break;
            default:
                statistics.CountError("unexpected_frame");
                break;
        }
    }

    private void HandleData(StreamKey key, in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        var isWhole = PayloadCodec.TryRestore(payload, header.OriginalLength, restored);
        if (!isWhole)
            statistics.CountError("damaged_payload");
        var now = clock.Now;
        var isOpen = streams.Receive(key, header.Sequence, now);
        if (isOpen && isWhole)
            statistics.CountRestored(now, header.OriginalLength, payload.Length);
        if (isOpen || now - lastUnknownAnswer < UnknownAnswerInterval)
            return;
        lastUnknownAnswer = now;
        Reply(Closing(header, CloseReason.UnknownStream));
    }

    private void HandleOpen(StreamKey key, in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (header.Sequence == 0 || header.StreamId == 0 || !StreamOffer.TryRead(payload, out var offer))
        {
            statistics.CountError("malformed_offer");
            return;
        }

        var refusal = streams.Open(key, header.Sequence, offer, clock.Now);
        if (refusal is { } reason)
            statistics.CountError("refused");
        Reply(refusal is { } why ? Closing(header, why) : header with { Flags = FrameFlags.Acknowledge, OriginalLength = 0 });
    }

    private static FrameHeader Closing(in FrameHeader header, CloseReason reason) =>
        header with { Type = FrameType.Close, Flags = FrameFlags.None, Sequence = (ulong)reason, OriginalLength = 0 };

    private void Reply(in FrameHeader header)
    {
        var length = FrameCodec.Encode(header, [], reply);
        socket.SendTo(reply.AsSpan(0, length), SocketFlags.None, remote);
    }
}
