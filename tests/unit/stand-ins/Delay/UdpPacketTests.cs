using System.Net;
using NovaCron.Validation.StandIns.Delay;

namespace NovaCron.Validation.Tests.Unit.StandIns.Delay;

public sealed class UdpPacketTests
{
    [Fact]
    public void A_packet_has_both_headers_and_the_payload() =>
        Convert.ToHexString(UdpPacket.Write(IPEndPoint.Parse("10.1.2.3:40000"), IPEndPoint.Parse("10.1.2.4:9191"), [0xAA, 0xBB, 0xCC])).Should().Be(
            "4500001F00000000" + "40110000" + "0A010203" + "0A010204" // IPv4: 31 bytes, 64 hops, UDP
            + "9C4023E7" + "000B0000" // UDP: 40000 to 9191, 11 bytes, no checksum
            + "AABBCC");

    [Fact]
    public void An_empty_datagram_is_headers_only() =>
        UdpPacket.Write(IPEndPoint.Parse("10.1.2.3:1"), IPEndPoint.Parse("10.1.2.4:2"), []).Should().HaveCount(UdpPacket.HeaderLength);
}
