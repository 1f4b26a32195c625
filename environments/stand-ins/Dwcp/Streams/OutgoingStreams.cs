using NovaCron.Validation.StandIns.Dwcp.Framing;
using NovaCron.Validation.StandIns.Dwcp.Measurement;
using NovaCron.Validation.StandIns.Dwcp.Payload;

namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>The streams that this pod opens to one peer, and feeds. Not safe for several threads at once.</summary>
/// <param name="options">What to send.</param>
/// <param name="budget">What this pod may have open.</param>
/// <param name="statistics">Where sent packets and errors are counted.</param>
/// <param name="clock">The time.</param>
/// <param name="sender">The way to the peer.</param>
internal sealed class OutgoingStreams(
    DwcpOptions options, StreamBudget budget, DwcpStatistics statistics, MonotonicClock clock, FrameSender sender)
{
    /// <summary>How long to wait before a refused or closed stream is offered again, in microseconds.</summary>
    public const long OfferInterval = MonotonicClock.Second;

    private readonly StreamOffer offer = new(options.PacketsPerSecond, options.ReservedBytesPerStream ?? FullRate(options));
    private readonly PayloadSource payloads = new(options.PayloadBytes, options.RandomShare, seed: options.Port);
    private readonly Pacer pacer = new(options.Streams, options.PacketsPerSecond, clock.Now);
    private readonly OutgoingStream[] streams =
        [.. Enumerable.Range(1, options.Streams).Select(id => new OutgoingStream((uint)id))];

    /// <summary>Offers every stream that is not open, each once per <see cref="OfferInterval"/>.</summary>
    /// <param name="now">The time, in microseconds.</param>
    public void OfferDue(long now)
    {
        Span<byte> payload = stackalloc byte[StreamOffer.Length];
        offer.Write(payload);
        foreach (var stream in streams)
        {
            var waits = stream.LastOffered is { } offered && now - offered < OfferInterval;
            if (stream.IsOpen || waits || !budget.HasRoom(offer.ReservedBytesPerSecond))
                continue;
            stream.LastOffered = now;
            Send(FrameType.Open, stream, stream.NextSequence, payload, StreamOffer.Length);
        }
    }

    /// <summary>Sends the packets that are due on open streams.</summary>
    /// <param name="now">The time, in microseconds.</param>
    public void SendDue(long now)
    {
        Span<byte> compressed = stackalloc byte[FrameCodec.MaximumPayload];
        while (pacer.TryTake(now, out var index))
        {
            if (!streams[index].IsOpen)
                continue;
            var payload = payloads.Next();
            var length = PayloadCodec.Compress(payload, compressed);
            var sequence = streams[index].NextSequence++;
            if (Send(FrameType.Data, streams[index], sequence, compressed[..length], payload.Length))
                statistics.CountSent(now, payload.Length, length);
            else
                statistics.CountError("send_failed");
        }
    }

    /// <summary>Takes note of the peer's answer to an offer, or of its closing a stream.</summary>
    /// <param name="header">What the peer sent.</param>
    public void Handle(in FrameHeader header)
    {
        if (header.StreamId == 0 || header.StreamId > streams.Length)
            return;
        var stream = streams[header.StreamId - 1];
        if (header is { Type: FrameType.Open, Flags: FrameFlags.Acknowledge } && !stream.IsOpen)
        {
            stream.IsOpen = budget.Take(offer.ReservedBytesPerSecond) is null;
            if (!stream.IsOpen)
                SendClose(stream);
        }
        else if (header.Type == FrameType.Close)
        {
            statistics.CountError(Name((CloseReason)(byte)header.Sequence));
            MarkClosed(stream);
        }
    }

    /// <summary>Takes all streams for closed.</summary>
    /// <param name="tellPeer">Whether to tell the peer.</param>
    public void CloseAll(bool tellPeer)
    {
        foreach (var stream in streams.Where(stream => stream.IsOpen))
        {
            if (tellPeer)
                SendClose(stream);
            MarkClosed(stream);
        }
    }

    /// <summary>The streams that are open.</summary>
    /// <param name="peer">The other end.</param>
    public IReadOnlyList<StreamInfo> List(string peer) =>
        [.. streams.Where(stream => stream.IsOpen).Select(stream => new StreamInfo(
            stream.Id, peer, "outgoing", (long)stream.NextSequence - 1, offer.ReservedBytesPerSecond))];

    private static long FullRate(DwcpOptions options) =>
        (long)options.PacketsPerSecond * (options.PayloadBytes + FrameCodec.HeaderLength);

    private static string Name(CloseReason reason) => reason switch
    {
        CloseReason.StreamLimit => "stream_limit",
        CloseReason.BandwidthLimit => "bandwidth_limit",
        _ => "closed_by_peer",
    };

    private void MarkClosed(OutgoingStream stream)
    {
        if (stream.IsOpen)
            budget.Release(offer.ReservedBytesPerSecond);
        stream.IsOpen = false;
    }

    private void SendClose(OutgoingStream stream) => Send(FrameType.Close, stream, (ulong)CloseReason.Finished, [], 0);

    private bool Send(FrameType type, OutgoingStream stream, ulong sequence, ReadOnlySpan<byte> payload, int originalLength) =>
        sender.Send(new FrameHeader(type, FrameFlags.None, stream.Id, sequence, clock.Now, (ushort)originalLength), payload);
}
