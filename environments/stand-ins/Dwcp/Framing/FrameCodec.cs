using System.Buffers.Binary;
using System.Numerics;

namespace NovaCron.Validation.StandIns.Dwcp.Framing;

/// <summary>
/// Turns frames into bytes and back, without allocating and without throwing on anything a network can deliver.
/// </summary>
/// <remarks>
/// Big-endian layout, 36 bytes: magic "DW" (2), version (1), type (1), flags (1), zero (1), payload length (2),
/// stream (4), original length (2), zero (2), sequence (8), send time in µs (8), CRC-32C (4) of all other bytes.
/// </remarks>
internal static class FrameCodec
{
    /// <summary>Bytes in front of the payload.</summary>
    public const int HeaderLength = 36;

    /// <summary>Most payload bytes of a frame: 1500 (Ethernet) − 20 (IPv4) − 8 (UDP) − the header, so that no frame is fragmented.</summary>
    public const int MaximumPayload = 1500 - 20 - 8 - HeaderLength;

    /// <summary>Most bytes of a frame.</summary>
    public const int MaximumFrame = HeaderLength + MaximumPayload;

    /// <summary>The protocol version in every frame.</summary>
    public const byte Version = 3;

    private const ushort Magic = 0x4457;
    private const int ChecksumOffset = 32;

    /// <summary>Writes a frame.</summary>
    /// <param name="header">Its fields.</param>
    /// <param name="payload">Its payload, as sent.</param>
    /// <param name="destination">Where to write.</param>
    /// <returns>The frame's bytes; 0 when the payload is longer than <see cref="MaximumPayload"/> or the destination too short.</returns>
    public static int Encode(in FrameHeader header, ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        var length = HeaderLength + payload.Length;
        if (payload.Length > MaximumPayload || destination.Length < length)
            return 0;

        BinaryPrimitives.WriteUInt16BigEndian(destination, Magic);
        destination[2] = Version;
        destination[3] = (byte)header.Type;
        destination[4] = (byte)header.Flags;
        destination[5] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(destination[6..], (ushort)payload.Length);
        BinaryPrimitives.WriteUInt32BigEndian(destination[8..], header.StreamId);
        BinaryPrimitives.WriteUInt16BigEndian(destination[12..], header.OriginalLength);
        BinaryPrimitives.WriteUInt16BigEndian(destination[14..], 0);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], header.Sequence);
        BinaryPrimitives.WriteInt64BigEndian(destination[24..], header.SentAtMicroseconds);
        payload.CopyTo(destination[HeaderLength..]);
        BinaryPrimitives.WriteUInt32BigEndian(destination[ChecksumOffset..], Checksum(destination[..length]));
        return length;
    }

    /// <summary>Reads a datagram as a frame.</summary>
    /// <param name="datagram">Exactly what arrived.</param>
    /// <param name="header">The fields, when it is a frame.</param>
    /// <param name="payload">The payload, a slice of the datagram, when it is a frame.</param>
    /// <returns>Whether the datagram is a whole and undamaged frame of version 3 and of a known type.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> datagram, out FrameHeader header, out ReadOnlySpan<byte> payload)
    {
        header = default;
        payload = default;
        if (datagram.Length is < HeaderLength or > MaximumFrame
            || BinaryPrimitives.ReadUInt16BigEndian(datagram) != Magic
            || datagram[2] != Version
            || datagram[3] is < (byte)FrameType.Open or > (byte)FrameType.Close
            || BinaryPrimitives.ReadUInt16BigEndian(datagram[6..]) != datagram.Length - HeaderLength
            || BinaryPrimitives.ReadUInt32BigEndian(datagram[ChecksumOffset..]) != Checksum(datagram))
        {
            return false;
        }

        header = new FrameHeader(
            (FrameType)datagram[3],
            (FrameFlags)datagram[4],
            BinaryPrimitives.ReadUInt32BigEndian(datagram[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(datagram[16..]),
            BinaryPrimitives.ReadInt64BigEndian(datagram[24..]),
            BinaryPrimitives.ReadUInt16BigEndian(datagram[12..]));
        payload = datagram[HeaderLength..];
        return true;
    }

    private static uint Checksum(ReadOnlySpan<byte> frame) =>
        ~Append(Append(uint.MaxValue, frame[..ChecksumOffset]), frame[HeaderLength..]);

    private static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        return crc;
    }
}
