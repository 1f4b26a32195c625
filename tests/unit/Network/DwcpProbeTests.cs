using NovaCron.Validation.Environments.Containers;
using NovaCron.Validation.FaultInjectors.Network;
using NovaCron.Validation.StandIns.Dwcp.Framing;

namespace NovaCron.Validation.Tests.Unit.Network;

public sealed class DwcpProbeTests
{
    [Fact]
    public void The_frame_is_what_dwcp_takes_for_a_ping()
    {
        FrameCodec.TryDecode(DwcpProbe.Frame(), out var header, out var payload).Should().BeTrue();

        header.Should().Be(new FrameHeader(FrameType.Ping, FrameFlags.None, 0, 0, 0, 0));
        payload.Length.Should().Be(0);
    }

    [Fact]
    public void The_command_sends_the_frame_and_waits_a_second_at_most() =>
        DwcpProbe.Command("10.0.0.3", 9191)[2].Should().StartWith("exec 3<>/dev/udp/10.0.0.3/9191").And.Contain(@"printf '\x44\x57\x03\x03\x00").And.Contain("timeout 1 dd");

    [Fact]
    public void Microseconds_are_read() => DwcpProbe.Parse(new ExecResult(0, "151234\n", "")).Should().Be(TimeSpan.FromMicroseconds(151_234));

    [Theory]
    [InlineData(124)]
    [InlineData(1)] // nobody listens
    public void No_answer_is_no_time(int exitCode) => DwcpProbe.Parse(new ExecResult(exitCode, "", "refused")).Should().BeNull();

    [Theory]
    [InlineData(0, "")]
    [InlineData(0, "soon")]
    [InlineData(0, "-5")]
    [InlineData(127, "151234")]
    public void Anything_else_is_an_error(int exitCode, string output) =>
        FluentActions.Invoking(() => DwcpProbe.Parse(new ExecResult(exitCode, output, "refused"))).Should().Throw<FormatException>().WithMessage($"*exit code {exitCode}*refused");
}
