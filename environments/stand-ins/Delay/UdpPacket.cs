using System.Buffers.Binary;
using System.Net;

namespace NovaCron.Validation.StandIns.Delay;

/// <summary>Writes a datagram as it goes over the wire: the headers of IPv4 (RFC 791) and UDP (RFC 768), and the payload.</summary>
internal static class UdpPacket
{
    /// <summary>Bytes in front of the payload.</summary>
    public const int HeaderLength = InternetHeader + UdpHeader;

    private const int InternetHeader = 20;
    private const int UdpHeader = 8;
    private const byte VersionAndLength = 0x45;
    private const byte TimeToLive = 64;
    private const byte Udp = 17;

    /// <summary>Writes a packet. The kernel fills in identification and the header's checksum; UDP's is 0, which says that there is none.</summary>
    /// <param name="from">The sender, IPv4.</param>
    /// <param name="to">The receiver, IPv4.</param>
    /// <param name="payload">The datagram.</param>
    public static byte[] Write(IPEndPoint from, IPEndPoint to, ReadOnlySpan<byte> payload)
    {
        var packet = new byte[HeaderLength + payload.Length];
        packet[0] = VersionAndLength;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        packet[8] = TimeToLive;
        packet[9] = Udp;
        from.Address.TryWriteBytes(packet.AsSpan(12), out _);
        to.Address.TryWriteBytes(packet.AsSpan(16), out _);
        var udp = packet.AsSpan(InternetHeader);
        BinaryPrimitives.WriteUInt16BigEndian(udp, (ushort)from.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], (ushort)to.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)(UdpHeader + payload.Length));
        payload.CopyTo(packet.AsSpan(HeaderLength));
        return packet;
    }
}
