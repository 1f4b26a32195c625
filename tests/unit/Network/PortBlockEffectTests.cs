using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Network;

namespace NovaCron.Validation.Tests.Unit.Network;

public sealed class PortBlockEffectTests
{
    [Theory]
    [InlineData(0, 0, Standing.NotYet)]
    [InlineData(1, 1, Standing.Holds)]
    [InlineData(2, 1, Standing.NotYet)] // one got past
    internal void The_first_proof_needs_a_dropped_packet_and_none_that_got_past(long offered, long dropped, Standing expected) =>
        PortBlockEffect.Judge(null, new PacketCount(offered, dropped), "packets to TCP port 9090").Standing.Should().Be(expected);

    [Theory]
    [InlineData(11, Standing.Holds)]
    [InlineData(10, Standing.NotYet)] // nothing came
    [InlineData(9, Standing.Lost)]
    internal void A_later_proof_needs_another_one(long dropped, Standing expected) =>
        PortBlockEffect.Judge(new PacketCount(10, 10), new PacketCount(dropped, dropped), "packets to TCP port 9090").Standing.Should().Be(expected);

    [Fact]
    public void Rules_that_are_gone_lose_the_fault() => PortBlockEffect.Judge(new PacketCount(10, 10), null, "packets to TCP port 9090").Standing.Should().Be(Standing.Lost);

    [Theory]
    [InlineData(false, "tcp dport 9090 counter")]
    [InlineData(true, "tcp sport 9090 counter")]
    public void The_command_counts_and_drops_every_packet_to_the_port_or_from_it_but_those_of_the_pod_itself(bool from, string packets) =>
        NftTable.BlockCommand(9090, from)[1].Should().Contain($"iifname != \"lo\" {packets};").And.EndWith($"iifname != \"lo\" {packets} drop");
}
