using NovaCron.Validation.Assertions.Checks.Expressions;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class WindowAgainstForTests
{
    [Fact]
    public void A_window_no_longer_than_for_is_found() =>
        CheckedText.OfRules(new WindowAgainstFor(), ScrapedText.Alert("sum(increase(x_total[5m])) > 0", "    for: 5m\n")).Should().Equal(
            "rules/r.yml:5:32 Info expression/window-against-for A: an event counts for 5m, and for is 5m: this alert fires for events that go on, and never for a single one | make the window longer than for, or leave for out, where one event is enough");

    [Theory]
    [InlineData("increase(x_total[5m]) > 0", "    for: 1m\n")]
    [InlineData("increase(x_total[5m]) > 0", "")]
    [InlineData("increase(x_total[5m]) > 3", "    for: 10m\n")]
    [InlineData("increase(x_total[5m]) == 0", "    for: 10m\n")]
    [InlineData("x > 0", "    for: 10m\n")]
    public void Others_are_not(string expression, string rest) => CheckedText.OfRules(new WindowAgainstFor(), ScrapedText.Alert(expression, rest)).Should().BeEmpty();
}
