using NovaCron.Validation.Assertions.Checks.Expressions;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class RefusedTests
{
    [Theory]
    [InlineData("up ==", "rules/r.yml:6:11 Error expression/refused A: Prometheus refuses this expression, and with it every rule of the file: ")]
    [InlineData("up == 0 and nope(up)", "rules/r.yml:6:19 Error expression/refused A: Prometheus refuses this expression, and with it every rule of the file: ")]
    [InlineData("rate(up)", "rules/r.yml:6:")]
    public void A_refused_expression_is_found(string expression, string beginning) => CheckedText.OfExpression(new Refused(), expression).Single().Should().StartWith(beginning);

    [Fact]
    public void One_that_is_deeper_than_is_read_is_not_called_refused() =>
        CheckedText.OfExpression(new Refused(), new string('(', 600) + "up" + new string(')', 600)).Single().Should().Contain(" Info expression/refused A: this expression is not checked: ");

    [Theory]
    [InlineData("up == 0")]
    [InlineData("sum by (job) (rate(http_requests_total{code=~\"5..\"}[5m] offset 1h)) > 0.1")]
    public void A_good_one_is_not(string expression) => CheckedText.OfExpression(new Refused(), expression).Should().BeEmpty();
}
