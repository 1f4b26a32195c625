using System.Text.RegularExpressions;
using NovaCron.Validation.Environments.Monitoring.PromQl;

namespace NovaCron.Validation.Tests.Unit.Monitoring.PromQl;

public sealed partial class ComparisonTests
{
    [Theory]
    [InlineData("up{job=\"x\"} == 0", "up{job=\"x\"}", "==", "0")]
    [InlineData("a > 1 # b > 2", "a", ">", "1")]
    [InlineData("a{l=\"x > 1\", m!=\"y\"} <= 3", "a{l=\"x > 1\", m!=\"y\"}", "<=", "3")]
    [InlineData("sum(a > bool 1) < 5", "sum(a > bool 1)", "<", "5")]
    [InlineData("(a / b) != 1", "(a / b)", "!=", "1")]
    [InlineData("((a) > 1)", "(a)", ">", "1")]
    [InlineData("(a) > (b)", "(a)", ">", "(b)")]
    [InlineData("a > b * 0.9", "a", ">", "b * 0.9")]
    [InlineData("a > 1 < 5", "a > 1", "<", "5")]
    [InlineData("0 == up", "up", "==", "0")]
    [InlineData("-(2 * 50) < lag", "lag", ">", "-(2 * 50)")]
    [InlineData("100 >= x", "x", "<=", "100")]
    [InlineData("1 > 0", "1", ">", "0")]
    public void Takes_the_last_comparison_off(string expression, string left, string sign, string right) =>
        Comparison.Strip(expression).Should().Be(new Comparison(left, sign, right, ""));

    [Theory]
    [InlineData("a > bool 1", "bool", true)]
    [InlineData("a > on (x, y) group_left (z) b", "on (x, y) group_left (z)", false)]
    [InlineData("a > ignoring(x) b", "ignoring(x)", false)]
    [InlineData("a > bool (b)", "bool", true)]
    public void Sets_modifiers_apart(string expression, string modifiers, bool isBool)
    {
        var comparison = Comparison.Strip(expression)!;
        comparison.Modifiers.Should().Be(modifiers);
        comparison.IsBool.Should().Be(isBool);
        comparison.Right.Should().MatchRegex(@"^(1|b|\(b\))$");
    }

    [Theory]
    [InlineData("")]
    [InlineData("up")]
    [InlineData("absent(up == 0)")]
    [InlineData("a > 1 and b > 2")]
    [InlineData("a > 1 or on(x) b")]
    [InlineData("a > 1 UNLESS b")]
    [InlineData("== 0")]
    [InlineData("a ==")]
    [InlineData("a > on(x)")]
    [InlineData("a{x=\"y\" == 0")]
    [InlineData("\"a == 0")]
    public void Finds_none(string expression) => Comparison.Strip(expression).Should().BeNull();

    [Theory]
    [InlineData("ServiceDown", "up{job=\"novacron-api\"}", "==", "0")]
    [InlineData("HighErrorRate", "( sum(rate(http_requests_total{status=~\"5..\", job=\"novacron-api\"}[5m])) / sum(rate(http_requests_total{job=\"novacron-api\"}[5m])) )", ">", "0.01")]
    [InlineData("HighResponseTime", "histogram_quantile(0.95, sum(rate(http_request_duration_seconds_bucket{job=\"novacron-api\"}[5m])) by (le) )", ">", "2")]
    [InlineData("HighCPUUsage", "( sum(rate(container_cpu_usage_seconds_total{pod=~\"novacron-api-.*\"}[5m])) by (pod) / sum(container_spec_cpu_quota{pod=~\"novacron-api-.*\"}) by (pod) * 100000 )", ">", "0.80")]
    [InlineData("CacheLowHitRate", "( rate(redis_keyspace_hits_total[5m]) / (rate(redis_keyspace_hits_total[5m]) + rate(redis_keyspace_misses_total[5m])) )", "<", "0.80")]
    [InlineData("DWCPStreamOverflow", "dwcp_streams_active", ">", "dwcp_streams_max * 0.9")]
    public void Fits_the_strategy(string alert, string left, string sign, string right)
    {
        var comparison = Comparison.Strip(Fixtures.Load("documented").Alerts.Single(a => a.Name == alert).Expr)!;
        (Blank().Replace(comparison.Left, " "), comparison.Operator, comparison.Right).Should().Be((left, sign, right));
    }

    [Fact]
    public void Finds_one_in_every_alert_of_the_strategy() =>
        Fixtures.Load("documented").Alerts.Where(a => Comparison.Strip(a.Expr) is null).Should().BeEmpty();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
