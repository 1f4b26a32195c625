using NovaCron.Validation.Environments.Monitoring;
using NovaCron.Validation.Environments.Monitoring.Rendering;

namespace NovaCron.Validation.Tests.Unit.Monitoring.Rendering;

public sealed class ExpressionRendererTests
{
    [Theory]
    [InlineData("up", "up")]
    [InlineData("rate(a[5m]) + rate(b[5m] offset 1h)", "rate(a[12s]) + rate(b[12s] offset 144s)")]
    [InlineData("max_over_time(rate(a[5m])[1h:1m])", "max_over_time(rate(a[12s])[144s:2400ms])")]
    [InlineData("a{x=\"[5m]\"} * 100", "a{x=\"[5m]\"} * 100")]
    public void Durations_are_divided_and_nothing_else(string documented, string rendered) =>
        ExpressionRenderer.Render(documented, new TimeScale(25)).Should().Be(rendered);

    [Fact]
    public void At_the_documented_time_the_expression_stays_as_it_is() =>
        ExpressionRenderer.Render("rate(a[5m])", new TimeScale(1)).Should().Be("rate(a[5m])");
}
