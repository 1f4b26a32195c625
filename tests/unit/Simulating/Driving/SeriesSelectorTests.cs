using NovaCron.Validation.Assertions.Contracts;
using NovaCron.Validation.Assertions.Simulation;
using NovaCron.Validation.Assertions.Simulation.Driving;

namespace NovaCron.Validation.Tests.Unit.Simulating.Driving;

public sealed class SeriesSelectorTests
{
    private static readonly SeriesLabels Labels = SeriesLabels.Of(("pod", "novacron-api-1"), ("status", "503"));

    [Theory]
    [InlineData("pod", "=", "novacron-api-1", true)]
    [InlineData("pod", "=", "novacron-api", false)]
    [InlineData("container", "=", "", true)]
    [InlineData("container", "!=", "", false)]
    [InlineData("pod", "!=", "POD", true)]
    [InlineData("pod", "=~", "novacron-api-.*", true)]
    [InlineData("pod", "=~", "api", false)]
    [InlineData("status", "=~", "5..", true)]
    [InlineData("status", "=~", "4..|5.", false)]
    [InlineData("status", "!~", "5..", false)]
    [InlineData("status", "!~", "2..", true)]
    public void A_series_is_selected_as_Prometheus_does(string label, string op, string value, bool selected) =>
        new SeriesSelector("x", [new Matcher(label, op, value)]).Selects(Labels).Should().Be(selected);

    [Fact]
    public void An_expression_that_RE2_refuses_is_told() =>
        FluentActions.Invoking(() => new SeriesSelector("x", [Matcher.Matches("a", "(")])).Should().Throw<NotDrivableException>().WithMessage("*x{a=~\"(\"}*");
}
