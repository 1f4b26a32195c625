using FsCheck;
using FsCheck.Fluent;
using NovaCron.Validation.Assertions.Reports.Html.Pictures;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Pictures;

public sealed class TimeAxisTests
{
    private static readonly TimeAxis Axis = new(-100, 300, 50, 450);

    [Theory]
    [InlineData(-100, 50)]
    [InlineData(0, 150)]
    [InlineData(78.5, 228.5)]
    [InlineData(300, 450)]
    [InlineData(-5000, 50)]
    [InlineData(double.PositiveInfinity, 450)]
    public void An_instant_has_its_place_and_one_outside_is_at_the_edge(double seconds, double x) => Axis.X(seconds).Should().BeApproximately(x, 1e-9);

    [Theory]
    [InlineData(12, new double[] { -60, 0, 60, 120, 180, 240, 300 })]
    [InlineData(5, new double[] { 0, 120, 240 })]
    [InlineData(1, new double[] { 0 })]
    public void Ticks_are_round_and_no_more_than_fit(int most, double[] ticks) => Axis.Ticks(most).Should().Equal(ticks);

    [Fact]
    public void However_long_the_axis_is_its_ticks_stay_few_and_on_it() => Prop.ForAll<int, PositiveInt>((from, length) =>
    {
        var axis = new TimeAxis(from, from + (length.Get * 1000.0), 0, 100);
        return axis.Ticks(8).Count <= 9 && axis.Ticks(8).All(axis.Holds);
    }).QuickCheckThrowOnFailure();
}
