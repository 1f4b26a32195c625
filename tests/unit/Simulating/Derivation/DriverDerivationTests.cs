using NovaCron.Validation.Assertions.Simulation.Derivation;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Tests.Unit.Simulating.Derivation;

public sealed class DriverDerivationTests
{
    [Theory]
    [InlineData("x", typeof(SelectorDriver))]
    [InlineData("rate(x[5m])", typeof(SelectorDriver))]
    [InlineData("increase(x[5m])", typeof(AffineDriver))]
    [InlineData("sum by (a) (rate(x[5m]))", typeof(SumDriver))]
    [InlineData("avg(x)", typeof(EveryDriver))]
    [InlineData("x / y", typeof(RatioDriver))]
    [InlineData("1 - x / y", typeof(AffineDriver))]
    [InlineData("x + y", typeof(TotalDriver))]
    [InlineData("histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))", typeof(QuantileDriver))]
    public void Each_kind_of_expression_has_its_driver(string text, Type driver) => DriverDerivation.Of(PromQlParser.Parse(text)).Should().BeOfType(driver);

    [Theory]
    [InlineData("x offset 5m", "offset")]
    [InlineData("rate(x[5m] @ 1)", "@")]
    [InlineData("time()", "time()")]
    [InlineData("predict_linear(x[1h], 3600)", "predict_linear()")]
    [InlineData("topk(3, x)", "topk")]
    [InlineData("sum without (a) (x)", "without")]
    [InlineData("x - y", "- between x and y")]
    [InlineData("x * y", "* between x and y")]
    [InlineData("histogram_quantile(0.9, x)", "quantile")]
    [InlineData("{a=\"1\"}", "name of a metric")]
    [InlineData("{__name__=~\"x.*\"}", "name of a metric")]
    public void What_is_in_the_way_is_named(string text, string why) =>
        FluentActions.Invoking(() => DriverDerivation.Of(PromQlParser.Parse(text))).Should().Throw<NotDrivableException>().WithMessage($"*{why}*");

    [Theory]
    [InlineData("x", 0)]
    [InlineData("rate(x[5m]) / rate(y[10m])", 600)]
    public void The_window_is_the_longest(string text, int seconds) => DriverDerivation.WindowOf(PromQlParser.Parse(text)).TotalSeconds.Should().Be(seconds);
}
