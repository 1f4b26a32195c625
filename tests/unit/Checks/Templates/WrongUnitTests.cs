using NovaCron.Validation.Assertions.Checks.Templates;

namespace NovaCron.Validation.Tests.Unit.Checks.Templates;

public sealed class WrongUnitTests
{
    [Theory]
    [InlineData("rate(restarts_total[15m]) > 0.1", "{{ $value }} times", "a rate per second, found \"times\" | use increase() over the same window, or say \"per second\"")]
    [InlineData("sum by (pod) (rate(restarts_total[15m])) > 0.1", "{{ $value | humanize }} times", "a rate per second, found \"times\" | use increase() over the same window, or say \"per second\"")]
    [InlineData("100 * (a / b) > 85", "{{ $value | humanizePercentage }}", "a percentage already, found humanizePercentage, which multiplies by 100 once more | write {{ $value | humanize }}%")]
    [InlineData("(1 - avg(b)) * 100 > 85", "{{ $value | humanizePercentage }}", "a percentage already, found humanizePercentage, which multiplies by 100 once more | write {{ $value | humanize }}%")]
    [InlineData("disk_used_percent > 85", "{{ $value | humanizePercentage }}", "a percentage already, found humanizePercentage, which multiplies by 100 once more | write {{ $value | humanize }}%")]
    [InlineData("count(up == 0) > 2", "{{ $value | humanizePercentage }}", "a number of things, found humanizePercentage, which makes 500% of 5 | write {{ $value }}")]
    [InlineData("increase(errors_total[5m]) > 2", "{{ .Value | humanizePercentage }}", "a number of things, found humanizePercentage, which makes 500% of 5 | write {{ $value }}")]
    [InlineData("avg(latency_milliseconds) > 100", "{{ $value }}s", "in milliseconds, found seconds | write ms, or divide by 1000 in the expression")]
    [InlineData("latency_milliseconds > 100", "{{ printf `%.1f` $value }} seconds", "in milliseconds, found seconds | write ms, or divide by 1000 in the expression")]
    [InlineData("latency_milliseconds > 100", "{{ $value | humanizeDuration }}", "in milliseconds, found humanizeDuration, which takes seconds | divide by 1000 in the expression, or write {{ $value }}ms")]
    [InlineData("histogram_quantile(0.9, sum by (le) (rate(http_duration_seconds_bucket[5m]))) > 1", "{{ $value }}ms", "in seconds, found milliseconds | write s, or multiply by 1000 in the expression")]
    public void A_unit_that_surely_does_not_fit_is_found(string expression, string description, string finding) =>
        CheckedText.OfRules(new WrongUnit(), RefusedTests.Rules("A", expression, description)).Should().Equal(
            $"rules/r.yml:7:24 Warning template/unit A: expected a unit that fits the value, which is {finding}");

    [Theory]
    [InlineData("increase(restarts_total[15m]) > 1", "{{ $value }} times")]
    [InlineData("rate(restarts_total[15m]) * 900 > 1", "{{ $value }} times")]
    [InlineData("rate(restarts_total[15m]) > 0.1", "{{ $value }} per second, 5 times")]
    [InlineData("rate(cpu_seconds_total[5m]) > 2", "{{ $value }} times")]
    [InlineData("a / b > 0.85", "{{ $value | humanizePercentage }}")]
    [InlineData("100 * a / b > 0.85", "{{ $value | humanizePercentage }}")]
    [InlineData("used_percent > 0.85", "{{ $value | humanizePercentage }}")]
    [InlineData("count(up == 0) / count(up) > 0.5", "{{ $value | humanizePercentage }}")]
    [InlineData("latency_milliseconds > 100", "{{ $value }}ms")]
    [InlineData("latency_milliseconds / 1000 > 1", "{{ $value }}s")]
    [InlineData("latency_seconds > 1", "{{ $value }}s or {{ $value }} sessions")]
    [InlineData("latency_milliseconds > 100", "{{ $value }} sessions")]
    [InlineData("latency_seconds > 1", "{{ $labels.x }}ms")]
    public void A_unit_that_may_fit_is_not(string expression, string description) => CheckedText.OfRules(new WrongUnit(), RefusedTests.Rules("A", expression, description)).Should().BeEmpty();
}
