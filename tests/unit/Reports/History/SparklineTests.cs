using NovaCron.Validation.Assertions.Reports.History;

namespace NovaCron.Validation.Tests.Unit.Reports.History;

public sealed class SparklineTests
{
    [Fact]
    public void The_least_value_is_the_lowest_bar_and_the_greatest_the_highest() =>
        Sparkline.Of([0, 1, 2, 3, 4, 5, 6, 7], unicode: true).Should().Be("▁▂▃▄▅▆▇█");

    [Fact]
    public void Without_Unicode_digits_stand_for_the_bars() => Sparkline.Of([0, 7, null, 3.4], unicode: false).Should().Be("18.4");

    [Fact]
    public void What_is_missing_is_a_gap() => Sparkline.Of([1, null, double.NaN, 2], unicode: true).Should().Be("▁··█");

    [Fact]
    public void Values_that_are_all_alike_are_in_the_middle() => Sparkline.Of([5, 5], unicode: true).Should().Be("▄▄");

    [Fact]
    public void No_value_is_no_bar() => Sparkline.Of([], unicode: true).Should().BeEmpty();

    [Theory]
    [InlineData(double.MaxValue, double.MinValue)]
    [InlineData(double.Epsilon, 0)]
    public void Extreme_values_have_a_bar_each(double left, double right) => Sparkline.Of([left, right], unicode: true).Should().HaveLength(2);
}
