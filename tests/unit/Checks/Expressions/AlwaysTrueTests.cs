using NovaCron.Validation.Assertions.Checks.Expressions;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class AlwaysTrueTests
{
    [Theory]
    [InlineData("up >= 0", "rules/r.yml:6:7 Error expression/always-true A: this alert fires all the time: up is 0 or 1, hence always >= 0")]
    [InlineData("up != 2", "rules/r.yml:6:7 Error expression/always-true A: this alert fires all the time: up is 0 or 1, hence always != 2")]
    [InlineData("rate(x_total[5m]) > -1", "rules/r.yml:6:7 Error expression/always-true A: this alert fires all the time: rate(x_total[5m]) is never below 0, hence always > -1")]
    [InlineData("redis_up <= 1", "rules/r.yml:6:7 Error expression/always-true A: this alert fires all the time: redis_up is 0 or 1, hence always <= 1")]
    [InlineData("x > 1 and on () redis_keyspace_hits_total >= 0", "rules/r.yml:6:23 Warning expression/always-true A: this comparison drops nothing: redis_keyspace_hits_total is never below 0, hence always >= 0")]
    public void What_every_value_passes_is_found(string expression, string finding) => CheckedText.OfExpression(new AlwaysTrue(), expression).Should().Equal(finding);

    [Theory]
    // They ask whether anything is there.
    [InlineData("count(up == 0) > 0")]
    [InlineData("absent(up) == 1")]
    [InlineData("count(ALERTS{alertname=\"A\"}) >= 1")]
    [InlineData("vector(1) == 1")]
    [InlineData("count_over_time(x[5m]) > 0")]
    [InlineData("sum(up == 1) > 0")]
    // No number passes no comparison.
    [InlineData("sum(rate(x{a=\"1\"}[5m])) / sum(rate(x[5m])) <= 1")]
    [InlineData("up > 0")]
    [InlineData("x >= 0")]
    [InlineData("rate(x_total[5m]) > 0")]
    public void What_some_value_does_not_is_not(string expression) => CheckedText.OfExpression(new AlwaysTrue(), expression).Should().BeEmpty();
}
