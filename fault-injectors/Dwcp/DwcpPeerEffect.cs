namespace NovaCron.Validation.FaultInjectors.Dwcp;

/// <summary>One reading of both ends.</summary>
/// <param name="Streams">The streams that the pod lists for the peer.</param>
/// <param name="SentBytes">Bytes that the peer's kernel has sent.</param>
internal readonly record struct PeerReading(PodStreams Streams, long SentBytes);

/// <summary>Decides from the pod's own list of streams, and from the peer's kernel, whether the streams are open and carry what they are to carry.</summary>
internal static class DwcpPeerEffect
{
    /// <summary>Bytes of the shortest packet on the wire: the headers of IPv4 (20), UDP (8) and DWCP (36).</summary>
    internal const int Headers = 64;

    /// <summary>Whether all streams are open, reserve what they are to reserve, and carried packets of the right size since the last proof.</summary>
    /// <param name="lastProof">The reading at the last proof; null before the first.</param>
    /// <param name="now">The reading now.</param>
    /// <param name="options">What was asked for.</param>
    public static Judgement Judge(PeerReading? lastProof, PeerReading now, DwcpPeerOptions options)
    {
        var before = lastProof ?? default;
        var packets = now.Streams.Packets - before.Streams.Packets;
        var bytesPerPacket = packets > 0 ? (double)(now.SentBytes - before.SentBytes) / packets : 0;
        var evidence = FormattableString.Invariant(
            $"the pod lists {now.Streams.Count} of {options.Streams} streams of the peer, reserving {now.Streams.ReservedBytes} bytes/s, {now.Streams.Packets} packets received on them, {before.Streams.Packets} at the last proof; the peer's kernel sent {bytesPerPacket:0} bytes for each, of which {options.RandomShare * options.PayloadBytes:0} are to be random");
        var isOpen = now.Streams.Count == options.Streams
            && (options.ReservedBytesPerStream is not { } reserved || now.Streams.ReservedBytes == reserved * options.Streams);
        var carries = packets >= options.Streams && bytesPerPacket >= Math.Max(Headers, options.RandomShare * options.PayloadBytes);
        return isOpen && carries ? Judgement.Holds(evidence) : Judgement.NotYet(evidence);
    }
}
