using NovaCron.Validation.FaultInjectors;
using NovaCron.Validation.FaultInjectors.Network;

namespace NovaCron.Validation.Tests.Unit.Network;

public sealed class PacketLossEffectTests
{
    [Theory]
    [InlineData(1000, 50, 20, Standing.Holds)]
    [InlineData(1000, 60, 20, Standing.Holds)]
    [InlineData(1000, 61, 20, Standing.NotYet)]
    [InlineData(1000, 40, 20, Standing.Holds)]
    [InlineData(1000, 39, 20, Standing.NotYet)]
    [InlineData(299, 15, 20, Standing.NotYet)] // too few packets
    [InlineData(1080, 9, 120, Standing.NotYet)] // too few losses
    [InlineData(1200, 10, 120, Standing.Holds)]
    [InlineData(0, 0, 20, Standing.NotYet)]
    internal void The_first_proof_needs_packets_and_the_right_ratio(long offered, long dropped, int oneIn, Standing expected) =>
        PacketLossEffect.Judge(null, new PacketCount(offered, dropped), oneIn).Standing.Should().Be(expected);

    [Theory]
    [InlineData(1020, 51, Standing.Holds)]
    [InlineData(1019, 51, Standing.NotYet)]
    [InlineData(1040, 50, Standing.NotYet)] // packets come, none is dropped
    [InlineData(1000, 50, Standing.NotYet)] // nothing comes any more
    [InlineData(999, 50, Standing.Lost)]
    [InlineData(2000, 49, Standing.Lost)]
    internal void A_later_proof_needs_new_losses(long offered, long dropped, Standing expected) =>
        PacketLossEffect.Judge(new PacketCount(1000, 50), new PacketCount(offered, dropped), 20).Standing.Should().Be(expected);

    [Fact]
    public void Rules_that_are_gone_lose_the_fault() =>
        PacketLossEffect.Judge(new PacketCount(1000, 50), null, 20).Should().Be(Judgement.Lost("the rules of table inet novacron_validation are not there any more"));

    [Fact]
    public void The_evidence_has_counts_and_ratios() =>
        PacketLossEffect.Judge(null, new PacketCount(1000, 50), 20).Evidence.Should().Contain("50 of 1000 packets dropped, 5.00 % of 5.00 % asked for");

    [Fact]
    public void Every_error_of_the_options_is_named_at_once() =>
        new PacketLossOptions { Engine = null!, CellLabels = new Dictionary<string, string>(), SandboxId = "", Image = "", Port = 0, DropOneIn = 1, EffectLimit = TimeSpan.Zero, MaximumDuration = TimeSpan.Zero }
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>().Which.Message.Should().ContainAll(
                "Engine is missing", "CellLabels is empty", "SandboxId is empty", "Image is empty", "Port is 0", "DropOneIn is 1", "EffectLimit is", "MaximumDuration is");

    [Theory]
    [InlineData(20)]
    [InlineData(120)]
    public void Options_that_are_right_are_not_complained_of(int dropOneIn) =>
        new PacketLossOptions { Engine = null!, CellLabels = new Dictionary<string, string> { ["cell"] = "a" }, SandboxId = "abc", Image = "tools", Port = 7000, DropOneIn = dropOneIn }
            .Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage("PacketLossOptions: Engine is missing");
}
