using NovaCron.Validation.Environments.Containers.Waits;

namespace NovaCron.Validation.Tests.Unit.Containers.Waits;

public sealed class SocketTableTests
{
    private const string Table = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 00000000:2382 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 100 1
           1: 0B00007F:8CA1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 101 1
           2: 0200C90A:1F90 0300C90A:C350 01 00000000:00000000 00:00000000 00000000     0        0 102 1
          sl  local_address                         remote_address                        st tx_queue rx_queue
           0: 00000000000000000000000000000000:1538 00000000000000000000000000000000:0000 0A 00000000:00000000
        """;

    [Theory]
    [InlineData(9090, true)]
    [InlineData(5432, true)]
    [InlineData(8080, false)]
    [InlineData(36001, false)]
    [InlineData(1, false)]
    public void Finds_listeners_of_both_families_but_no_connections_and_not_the_engine_s_dns(int port, bool found) =>
        SocketTable.HasListener(Table, port).Should().Be(found);

    [Fact]
    public void An_empty_table_has_none() => SocketTable.HasListener("", 80).Should().BeFalse();
}
