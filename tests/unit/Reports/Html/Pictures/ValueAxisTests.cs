using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Reports.Html.Pictures;

namespace NovaCron.Validation.Tests.Unit.Reports.Html.Pictures;

public sealed class ValueAxisTests
{
    [Fact]
    public void Threshold_and_values_are_on_the_axis_and_nothing_below_zero_is_where_nothing_is()
    {
        var axis = ValueAxis.Around([0.2, 0.5], 0.9, 10, 110);

        axis.From.Should().Be(0);
        axis.To.Should().BeGreaterThan(0.9);
        axis.Y(0).Should().Be(110);
        axis.Y(axis.To).Should().BeApproximately(10, 1e-9);
    }

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(0, 0)]
    [InlineData(70, 75)]
    [InlineData(-1.7e308, 1.7e308)]
    [InlineData(1.7e308, 1.7e308)]
    public void Values_close_to_each_other_or_as_far_apart_as_can_be_have_a_place(double least, double most)
    {
        var axis = ValueAxis.Between([least, most], 0, 100);

        axis.Y(least).Should().BeGreaterThanOrEqualTo(axis.Y(most)).And.BeInRange(0, 100);
        axis.Y(most).Should().BeInRange(0, 100);
    }

    [Fact]
    public void A_negative_value_has_room_below_zero() => ValueAxis.Around([-4], 1, 0, 100).From.Should().BeLessThan(-4);

    [Theory]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(double.NegativeInfinity, 100)]
    public void Infinity_is_at_the_edge_and_does_not_stretch_the_axis(double value, double y)
    {
        var axis = ValueAxis.Around([1, value], 2, 0, 100);

        axis.To.Should().BeLessThan(3);
        axis.Y(value).Should().Be(y);
    }

    [Fact]
    public void Without_a_single_finite_value_there_is_still_an_axis()
    {
        var axis = ValueAxis.Around([double.NaN], 0, 0, 100);

        axis.To.Should().BeGreaterThan(axis.From);
    }

    [Theory]
    [InlineData(Comparator.Above, 0, 20)]
    [InlineData(Comparator.Below, 20, 80)]
    [InlineData(Comparator.EqualTo, 15, 10)]
    public void The_bad_side_is_where_the_comparator_puts_it(Comparator comparator, double top, double height)
    {
        var (badTop, badHeight) = new ValueAxis(0, 100, 0, 100).BadSide(comparator, 80);

        badTop.Should().BeApproximately(top, 1e-9);
        badHeight.Should().BeApproximately(height, 1e-9);
    }
}
