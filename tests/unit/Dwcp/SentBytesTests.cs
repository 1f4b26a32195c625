using NovaCron.Validation.FaultInjectors.Dwcp;

namespace NovaCron.Validation.Tests.Unit.Dwcp;

public sealed class SentBytesTests
{
    private const string Header = "Inter-|   Receive                                                |  Transmit\n face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n";
    private const string Loopback = "    lo:     500       5    0    0    0     0          0         0      500       5    0    0    0     0       0          0\n";
    private const string First = "  eth0:    1000      10    0    0    0     0          0         0    20000      40    0    0    0     0       0          0\n";
    private const string Second = "  eth1:    1000      10    0    0    0     0          0         0     3000      40    0    0    0     0       0          0\n";

    [Fact]
    public void All_interfaces_but_loopback_are_added_up() => SentBytes.Parse(Header + Loopback + First + Second).Should().Be(23_000);

    [Theory]
    [InlineData("")]
    [InlineData(Header + Loopback)]
    [InlineData(Header + "  eth0: 1 2 3\n")]
    [InlineData(Header + "  eth0: 1 2 3 4 5 6 7 8 x 10\n")]
    public void What_cannot_be_read_is_an_error(string text) => FluentActions.Invoking(() => SentBytes.Parse(text)).Should().Throw<FormatException>();
}
