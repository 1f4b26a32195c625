using System.Buffers.Binary;

namespace NovaCron.Validation.StandIns.Dwcp.Framing;

/// <summary>What the sender of a stream promises and reserves: the payload of an OPEN.</summary>
/// <param name="PacketsPerSecond">The packets that the sender will send each second.</param>
/// <param name="ReservedBytesPerSecond">The bandwidth that both ends set aside for the stream while it is open.</param>
internal readonly record struct StreamOffer(int PacketsPerSecond, long ReservedBytesPerSecond)
{
    /// <summary>Bytes of an offer on the wire.</summary>
    public const int Length = 12;

    /// <summary>Highest packet rate of one stream: bounds what a peer can make a receiver keep track of.</summary>
    public const int MaximumPacketsPerSecond = 10_000;

    /// <summary>Writes the offer.</summary>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteInt32BigEndian(destination, PacketsPerSecond);
        BinaryPrimitives.WriteInt64BigEndian(destination[4..], ReservedBytesPerSecond);
    }

    /// <summary>Reads an offer from an OPEN's payload.</summary>
    /// <param name="payload">The payload as it arrived.</param>
    /// <param name="offer">The offer, when there is one.</param>
    /// <returns>Whether the payload is an offer within bounds.</returns>
    public static bool TryRead(ReadOnlySpan<byte> payload, out StreamOffer offer)
    {
        offer = default;
        if (payload.Length != Length)
            return false;
        offer = new StreamOffer(
            BinaryPrimitives.ReadInt32BigEndian(payload),
            BinaryPrimitives.ReadInt64BigEndian(payload[4..]));
        return offer.PacketsPerSecond is > 0 and <= MaximumPacketsPerSecond && offer.ReservedBytesPerSecond >= 0;
    }
}
