using NovaCron.Validation.Assertions.Checks.Expressions;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class RangeTooShortTests
{
    [Theory]
    [InlineData("rate(redis_keyspace_hits_total[10s]) > 1", "rules/r.yml:5:42 Error expression/range-too-short A: rate needs two samples, and 10s of a metric with one every 15s never holds two | make it [1m] or longer")]
    [InlineData("rate(redis_keyspace_hits_total[20s]) > 1", "rules/r.yml:5:42 Error expression/range-too-short A: rate needs two samples, and 20s of a metric with one every 15s often does not hold two | make it [1m] or longer")]
    [InlineData("delta(redis_memory_used_bytes[30s]) > 1", "rules/r.yml:5:41 Warning expression/range-too-short A: delta needs two samples, and 30s of a metric with one every 15s may not hold two when a scrape or two fail | make it [1m] or longer")]
    [InlineData("irate(up{job=\"redis-exporter\"}[45s]) > 1", "rules/r.yml:5:42 Warning expression/range-too-short A: irate needs two samples, and 45s of a metric with one every 15s may not hold two when a scrape or two fail | make it [1m] or longer")]
    [InlineData("rate(checkout_total[30s]) > 1", "rules/r.yml:5:31 Warning expression/range-too-short A: rate needs two samples, and 30s of a metric with one every 15s may not hold two when a scrape or two fail | make it [1m] or longer")]
    public void A_short_range_is_found(string expression, string finding) => ScrapedText.Say(new RangeTooShort(), ScrapedText.Redis, expression).Should().Equal(finding);

    [Theory]
    [InlineData("rate(redis_keyspace_hits_total[1m]) > 1")]
    [InlineData("max_over_time(redis_up[15s]) > 1")]
    [InlineData("rate(pg_up[15s]) > 1")]
    public void A_long_one_is_not(string expression) => ScrapedText.Say(new RangeTooShort(), ScrapedText.Redis, expression).Should().BeEmpty();

    [Fact]
    public void Of_two_jobs_that_may_be_meant_the_faster_one_counts() =>
        ScrapedText.Say(new RangeTooShort(), ScrapedText.Redis + "- job_name: fast\n  scrape_interval: 5s\n  static_configs: [{targets: ['x:9121']}]\n", "rate(redis_keyspace_hits_total[20s]) > 1").Should().BeEmpty();

    [Fact]
    public void What_a_rule_records_comes_as_often_as_its_group_is_evaluated()
    {
        const string Rules = "groups:\n- name: g\n  interval: 1m\n  rules:\n  - record: a:b:c\n    expr: sum(up)\n  - alert: A\n    expr: deriv(a:b:c[1m]) > 0\n";
        CheckedText.OfRules(new RangeTooShort(), Rules).Should().Equal(
            "rules/r.yml:8:23 Error expression/range-too-short A: deriv needs two samples, and 1m of a metric with one every 1m often does not hold two | make it [4m] or longer");
    }

    [Fact]
    public void Without_jobs_nothing_is_told() => CheckedText.OfExpression(new RangeTooShort(), "rate(x[1s]) > 1").Should().BeEmpty();
}
