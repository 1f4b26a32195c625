using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Network;

namespace NovaCron.Validation.Tests.Unit.Network;

public sealed class PathDelayEffectTests
{
    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(150);
    private static readonly HeldCount Before = new(1000, 850);

    private static readonly PathDelayOptions Options = new()
    {
        Engine = null!,
        CellLabels = new Dictionary<string, string> { ["cell"] = "a" },
        SandboxId = "abc",
        Address = "10.0.0.3",
        PeerSandboxId = "def",
        Image = "tools",
        RelayImage = "stand-ins",
        Port = 9191,
        Hold = Hold,
    };

    [Theory]
    [InlineData(1200, 1050, 151, Standing.Holds)]
    [InlineData(1200, 1000, 150, Standing.Holds)]
    [InlineData(1200, 999, 151, Standing.NotYet)] // one that was held is not handed on
    [InlineData(1000, 1000, 151, Standing.NotYet)] // nothing comes any more
    [InlineData(1200, 1050, 149, Standing.NotYet)] // sooner than it can be
    [InlineData(1200, 1050, -1, Standing.NotYet)] // no answer
    [InlineData(999, 1050, 151, Standing.Lost)]
    [InlineData(1200, 849, 151, Standing.Lost)]
    internal void What_was_held_must_be_handed_on_and_the_probe_as_slow(long held, long handedOn, int milliseconds, Standing expected) =>
        PathDelayEffect.Judge(Before, new HeldCount(held, handedOn), Time(milliseconds), Hold).Standing.Should().Be(expected);

    [Fact]
    public void One_reading_alone_proves_nothing() =>
        PathDelayEffect.Judge(null, new HeldCount(1200, 1050), Time(151), Hold).Standing.Should().Be(Standing.NotYet);

    [Fact]
    public void Rules_that_are_gone_lose_the_fault() =>
        PathDelayEffect.Judge(Before, null, Time(151), Hold).Should().Be(Judgement.Lost("the rules of table inet novacron_validation are not there any more"));

    [Fact]
    public void The_evidence_has_counts_and_the_probes_time() =>
        PathDelayEffect.Judge(Before, new HeldCount(1200, 1050), Time(151), Hold).Evidence.Should().Be(
            "nft counters of table inet novacron_validation: 1200 datagrams held for 150 ms and 1050 handed on, 1000 and 850 before; a DWCP PING over the same way took 151.0 ms");

    [Theory]
    [InlineData(2, Standing.Holds)]
    [InlineData(150, Standing.NotYet)]
    [InlineData(-1, Standing.NotYet)]
    internal void Gone_is_when_the_probe_is_quick_again(int milliseconds, Standing expected) =>
        PathDelayEffect.JudgeGone("no table", Time(milliseconds), Hold).Standing.Should().Be(expected);

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        (Options with
        {
            CellLabels = new Dictionary<string, string>(), SandboxId = "", Address = "", PeerSandboxId = "", Image = "", RelayImage = "", Port = 0, RelayPort = 0,
            Hold = TimeSpan.FromTicks(1), EffectLimit = TimeSpan.Zero, MaximumDuration = TimeSpan.Zero,
        }).Invoking(o => o.Validate()).Should().Throw<ArgumentException>().Which.Message.Should().ContainAll(
            "Engine is missing", "CellLabels is empty", "SandboxId is empty", "Address is empty", "PeerSandboxId is empty", "Image is empty", "RelayImage is empty", "Port is 0",
            "RelayPort is 0", "which is Port", "Hold is 0.0001", "whole milliseconds", "EffectLimit is", "MaximumDuration is");

    [Fact]
    public void Options_that_are_right_are_not_complained_of() =>
        Options.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("PathDelayOptions: Engine is missing");

    private static TimeSpan? Time(int milliseconds) => milliseconds < 0 ? null : TimeSpan.FromMilliseconds(milliseconds);
}
