using System.Buffers.Binary;
using System.Net;

namespace NovaCron.Validation.StandIns.Dwcp.Streams;

/// <summary>An IPv4 address and port, compared without allocating.</summary>
/// <param name="Address">The address, in network order.</param>
/// <param name="Port">The port.</param>
internal readonly record struct Remote(uint Address, ushort Port)
{
    /// <summary>Bytes of an IPv4 socket address: family (2), port (2), address (4), padding (8).</summary>
    public const int SocketAddressLength = 16;

    /// <summary>Reads the sender that a receive call reported.</summary>
    /// <param name="address">An IPv4 socket address.</param>
    public static Remote From(SocketAddress address)
    {
        var bytes = address.Buffer.Span;
        return new Remote(BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));
    }

    /// <summary>The address as a number in network order.</summary>
    /// <param name="address">An IPv4 address.</param>
    public static uint Number(IPAddress address) => BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Address);
        return $"{new IPAddress(bytes)}:{Port}";
    }
}
