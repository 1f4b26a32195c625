using NovaCron.Validation.FaultInjectors.Pods;

namespace NovaCron.Validation.Tests.Unit.Pods;

public sealed class NamespaceSocketsTests
{
    private const string Tcp = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0B00007F:8C3F 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1525 1 000000007f2eb384 100 0 0 10 0
           1: 020200C0:C8D2 507100CB:2382 01 00000000:00000000 03:0000106D 00000000     0        0 0 3 00000000983eb97a

        """;

    private const string Tcp6 = """
          sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 00000000000000000000000000000000:2382 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0000000012345678 100 0 0 10 0

        """;

    private const string Snmp = """
        Ip: Forwarding DefaultTTL
        Ip: 1 64
        Tcp: RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens PassiveOpens AttemptFails
        Tcp: 1 200 120000 -1 57 2 0
        Udp: InDatagrams
        Udp: 9

        """;

    [Fact]
    public void A_socket_that_listens_on_IPv6_is_found()
    {
        var sockets = NamespaceSockets.Parse(Tcp + Snmp + Tcp6);

        sockets.IsListening(9090).Should().BeTrue();
        sockets.PassiveOpens.Should().Be(2);
    }

    [Fact]
    public void A_connection_from_or_to_the_port_is_not_a_listener()
    {
        var sockets = NamespaceSockets.Parse(Tcp + Snmp);

        sockets.IsListening(0x2382).Should().BeFalse();
        sockets.IsListening(0xC8D2).Should().BeFalse();
    }

    [Fact]
    public void The_engines_DNS_on_loopback_is_no_other_listener()
    {
        NamespaceSockets.Parse(Tcp).HasOtherListeners(9090).Should().BeFalse();
        NamespaceSockets.Parse(Tcp + Tcp6).HasOtherListeners(9090).Should().BeFalse();
        NamespaceSockets.Parse(Tcp + Tcp6).HasOtherListeners(8080).Should().BeTrue();
    }

    [Theory]
    [InlineData("00000000000000000000000001000000", false)]
    [InlineData("0000000000000000FFFF00000100007F", false)]
    [InlineData("0000000000000000FFFF0000020200C0", true)]
    public void Loopback_is_known_in_IPv6_too(string address, bool other)
    {
        var table = Tcp6.Replace("00000000000000000000000000000000:2382", address + ":2382", StringComparison.Ordinal);

        NamespaceSockets.Parse(table).HasOtherListeners(8080).Should().Be(other);
    }

    [Fact]
    public void Nothing_listening_is_an_answer()
    {
        NamespaceSockets.Parse(Tcp.Split('\n')[0]).Listeners.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("cat: /proc/net/tcp: Permission denied")]
    [InlineData(Snmp)]
    public void Without_a_table_nothing_is_proven(string text)
    {
        FluentActions.Invoking(() => NamespaceSockets.Parse(text)).Should().Throw<FormatException>().WithMessage("*no table of sockets*");
    }

    [Theory]
    [InlineData("   0: nonsense")]
    [InlineData("   0: 0B00007F 00000000:0000 0A")]
    [InlineData("   0: 0B00007F:XYZ 00000000:0000 0A")]
    [InlineData("   0: 0B:2382 00000000:0000 0A")]
    public void A_line_that_cannot_be_read_is_an_error(string line)
    {
        FluentActions.Invoking(() => NamespaceSockets.Parse(Tcp + line)).Should().Throw<FormatException>().WithMessage("*cannot be read*");
    }

    [Fact]
    public void A_kernel_that_does_not_count_connections_is_said_so()
    {
        NamespaceSockets.Parse(Tcp).PassiveOpens.Should().BeNull();
        NamespaceSockets.Parse(Tcp + "Tcp: RtoMin\nTcp: 200\n").PassiveOpens.Should().BeNull();
    }
}
