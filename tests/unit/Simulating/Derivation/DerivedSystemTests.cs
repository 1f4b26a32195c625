using NovaCron.Validation.Assertions.Simulation.Derivation;
using NovaCron.Validation.Assertions.Simulation.Driving;
using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Tests.Unit.Simulating.Derivation;

public sealed class DerivedSystemTests
{
    [Theory]
    [InlineData("x{job=\"a\", pod=~\"api-.*|web\", env!=\"\", zone!~\"|none\", le!=\"1\"}")]
    [InlineData("sum(rate(x_total{status=~\"5..\"}[5m])) / sum(rate(x_total[5m]))")]
    [InlineData("a{mode=\"1\"} / b")]
    [InlineData("a{mode=\"1\"} / b{mode=\"2\"}")]
    [InlineData("a{job=\"\"}")]
    public void Every_selector_finds_a_series(string text)
    {
        var driver = DriverDerivation.Of(PromQlParser.Parse(text));

        var system = DerivedSystem.Of(driver.Selectors);

        driver.Selectors.Should().OnlyContain(s => system.Series[s.Metric].Any(s.Selects));
    }

    [Fact]
    public void Both_sides_of_an_operator_have_the_same_labels()
    {
        var system = DerivedSystem.Of(DriverDerivation.Of(PromQlParser.Parse("a{mode=\"1\"} / b")).Selectors);

        system.Series["a"].Should().Equal(system.Series["b"]);
    }

    [Fact]
    public void A_part_of_a_metric_is_another_series_than_the_rest()
    {
        var system = DerivedSystem.Of(DriverDerivation.Of(PromQlParser.Parse("sum(x{status=\"500\"}) / sum(x)")).Selectors);

        system.Series["x"].Should().HaveCount(2);
    }

    [Fact]
    public void Matchers_that_exclude_each_other_are_told() =>
        FluentActions.Invoking(() => DerivedSystem.Of(DriverDerivation.Of(PromQlParser.Parse("x{a=\"1\", a=\"2\"}")).Selectors))
            .Should().Throw<NotDrivableException>().WithMessage("*x{a=\"1\",a=\"2\"}*");
}
