using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Simulating;

public sealed class SignalLevelsTests
{
    private static readonly TimeSpan Evaluation = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(Comparator.Above, 100)]
    [InlineData(Comparator.Above, -100)]
    [InlineData(Comparator.Below, 100)]
    [InlineData(Comparator.Below, -100)]
    public void Levels_lie_on_their_side_of_the_threshold_in_order(Comparator comparator, double threshold)
    {
        var levels = Of(comparator, threshold);

        double[] inOrder = [levels.Healthy, levels.JustBelow!.Value, levels.Exactly!.Value, levels.JustAbove, levels.Higher];

        (comparator == Comparator.Above ? inOrder : inOrder.Select(v => -v)).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        levels.Exactly.Should().Be(threshold);
    }

    [Fact]
    public void Near_is_five_hundredths_of_the_threshold()
    {
        Of(Comparator.Above, 100).JustBelow.Should().Be(95);
        Of(Comparator.Above, 100).JustAbove.Should().Be(105);
        Of(Comparator.Below, 100).JustBelow.Should().Be(105);
        Of(Comparator.Below, 100).JustAbove.Should().Be(95);
    }

    [Fact]
    public void Between_up_and_down_nothing_is_near()
    {
        var levels = Of(Comparator.EqualTo, 0);

        (levels.Healthy, levels.JustBelow, levels.Exactly, levels.JustAbove).Should().Be((1, null, null, 0));
    }

    [Fact]
    public void A_threshold_of_nothing_has_nothing_below() =>
        (Of(Comparator.Above, 0).Healthy, Of(Comparator.Above, 0).JustBelow, Of(Comparator.Above, 0).JustAbove > 0).Should().Be((0, null, true));

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    public void What_is_barely_bad_comes_back_when_an_evaluation_of_a_window_is_left_out(int minutes)
    {
        var window = TimeSpan.FromMinutes(minutes);
        var levels = Of(Comparator.Above, 100, new Rate("x", window));

        var barely = levels.Barely(Evaluation);
        var interrupted = barely - ((barely - levels.Healthy) * (Evaluation / window));

        barely.Should().BeGreaterThan(100);
        interrupted.Should().BeLessThan(100);
    }

    [Theory]
    [InlineData(200, 130)]
    [InlineData(110, 108)]
    [InlineData(106, 105)]
    public void Further_is_as_far_as_the_signal_can_be(double most, double higher) =>
        Of(Comparator.Above, 100, canBe: value => value <= most).Higher.Should().Be(higher);

    [Fact]
    public void Only_a_plain_value_is_held_on_the_threshold() => Of(Comparator.Above, 100, new Rate("x", Evaluation)).Exactly.Should().BeNull();

    private static SignalLevels Of(Comparator comparator, double threshold, Signal? signal = null, Func<double, bool>? canBe = null) =>
        new(SampleContracts.DwcpPacketLoss with { Comparator = comparator, Threshold = threshold, Signal = signal ?? new Gauge("x") }, null, canBe ?? (_ => true));
}
