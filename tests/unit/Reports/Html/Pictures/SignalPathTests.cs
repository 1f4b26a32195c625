using NovaCron.Validation.Assertions.Reports.Html.Pictures;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Pictures;

public sealed class SignalPathTests
{
    private static readonly TimeAxis Time = new(0, 100, 0, 1000);
    private static readonly ValueAxis Values = new(0, 10, 0, 100);

    [Fact]
    public void Samples_are_joined_in_order() =>
        Path(30, (0, 0), (15, 5), (30, 10)).Should().Be("M0 100L150 50L300 0");

    [Fact]
    public void A_missing_sample_is_a_gap_and_no_line() =>
        Path(20, (0, 0), (15, 5), (60, 10)).Should().Be("M0 100L150 50M600 0");

    [Fact]
    public void NaN_breaks_the_line() =>
        Path(100, (0, 0), (15, double.NaN), (30, 10)).Should().Be("M0 100M300 0");

    [Fact]
    public void Infinity_is_at_the_edge() => Path(100, (0, 0), (15, double.PositiveInfinity)).Should().Be("M0 100L150 0");

    [Fact]
    public void What_is_not_on_the_axis_is_left_out() => Path(100, (-5, 1), (50, 5), (101, 1)).Should().Be("M500 50");

    [Fact]
    public void Where_no_gap_is_too_long_the_line_begins_all_the_same() => Path(double.PositiveInfinity, (0, 0), (90, 10)).Should().Be("M0 100L900 0");

    [Fact]
    public void Without_a_sample_there_is_no_path() => Path(100).Should().BeEmpty();

    [Fact]
    public void A_value_that_holds_until_the_next_is_drawn_in_steps() =>
        SignalPath.Of([new(0, 10), new(15, 0)], Time, Values, 20, isStep: true).Should().Be("M0 0H150V100");

    [Fact]
    public void Samples_closer_than_can_be_seen_keep_their_least_and_greatest()
    {
        var many = Enumerable.Range(0, 100).Select(i => (Seconds: 50 + (i * 0.0005), Value: i == 37 ? 9.0 : i == 80 ? 1.0 : 5.0)).ToArray();

        Path(100, many).Should().Be("M500.2 10L500.4 90");
    }

    private static string Path(double gap, params (double Seconds, double Value)[] points) =>
        SignalPath.Of(points.Select(p => new Point(p.Seconds, p.Value)), Time, Values, gap);
}
