using NovaCron.Validation.Assertions.Checks.Expressions;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class NeverTrueTests
{
    [Theory]
    [InlineData("up == 2", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: up is 0 or 1, hence never == 2")]
    [InlineData("0.5 == up", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: up is 0 or 1, hence never == 0.5")]
    [InlineData("count(up) == 0", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: count(up) is never below 1, and whole, hence never == 0")]
    [InlineData("count(up == 1) < 1", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: count(up == 1) is never below 1, and whole, hence never < 1")]
    [InlineData("rate(x_total[5m]) < 0", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: rate(x_total[5m]) is never below 0, hence never < 0")]
    [InlineData("sum(rate(x{code=\"500\"}[5m])) / sum(rate(x[5m])) > 5", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: sum(rate(x{code=\"500\"}[5m])) / sum(rate(x[5m])) lies between 0 and 1, hence never > 5")]
    [InlineData("rate(a_total[5m]) / (rate(a_total[5m]) + rate(b_total[5m])) > 1", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: rate(a_total[5m]) / (rate(a_total[5m]) + rate(b_total[5m])) lies between 0 and 1, hence never > 1")]
    [InlineData("sum by (a, b) (rate(x{c=\"1\"}[5m])) / on (a) group_left () sum by (a) (rate(x[5m])) * 100 > 100", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: what is compared lies between 0 and 100, hence never > 100")]
    [InlineData("count(up == 0) / count(up) > 1", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: count(up == 0) / count(up) lies between 0 and 1, hence never > 1")]
    [InlineData("absent(up) == 0", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: absent(up) is always 1, hence never == 0")]
    [InlineData("x > 1 and hour() > 23", "rules/r.yml:6:17 Warning expression/never-true A: this part never has a value: hour() lies between 0 and 23, and is whole, hence never > 23")]
    [InlineData("(x > 5) < 5", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: (x > 5) is never below 5, hence never < 5")]
    [InlineData("clamp_max(x, 1) > 2", "rules/r.yml:6:7 Error expression/never-true A: this alert never fires: clamp_max(x, 1) is never above 1, hence never > 2")]
    public void What_no_value_passes_is_found(string expression, string finding) => CheckedText.OfExpression(new NeverTrue(), expression).Should().Equal(finding);

    [Theory]
    [InlineData("up == 0")]
    [InlineData("up < 1")]
    [InlineData("sum(up) < 1")]
    [InlineData("avg(up) == 0.5")]
    [InlineData("avg_over_time(up[5m]) < 0.9")]
    [InlineData("rate(x_total[5m]) == 0")]
    [InlineData("deriv(x[5m]) < 0")]
    [InlineData("rate(redis_memory_used_bytes[5m]) < 0")]
    [InlineData("sum(rate(x{code=\"500\"}[5m])) / sum(rate(y[5m])) > 5")]
    [InlineData("sum(rate(x[5m])) / sum(rate(x{code=\"500\"}[5m])) > 5")]
    [InlineData("sum(rate(x{code=\"500\"}[5m])) / sum(rate(x[1h])) > 1")]
    [InlineData("sum(rate(x{code=\"500\"}[5m])) / sum(rate(x[5m] offset 1d)) > 1")]
    [InlineData("sum by (a) (rate(x[5m])) / on (a) group_left () sum by (a, b) (rate(x[5m])) > 1")]
    [InlineData("sum(x{a=\"1\"}) / sum(x) > 1")]
    [InlineData("a / (a + b) > 1")]
    [InlineData("up == bool 2")]
    [InlineData("x - 5 < 0")]
    [InlineData("1 - rate(x_total[5m]) < 0")]
    [InlineData("(up == 0 or x) == 2")]
    [InlineData("vector(1)")]
    public void What_some_value_passes_is_not(string expression) => CheckedText.OfExpression(new NeverTrue(), expression).Should().BeEmpty();

    [Fact]
    public void Deep_and_long_expressions_take_no_time()
    {
        var deep = string.Concat(Enumerable.Repeat("a_total / (a_total + ", 200)) + "a_total" + new string(')', 200) + " > 1";
        var wide = string.Concat(Enumerable.Repeat("up > 1 > ", 2_000)) + "2";
        CheckedText.OfExpression(new NeverTrue(), deep).Should().BeEmpty();
        CheckedText.OfExpression(new NeverTrue(), wide).Should().NotBeEmpty();
    }
}
