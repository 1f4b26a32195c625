using NovaCron.Validation.Assertions.Checks.Expressions;
using NovaCron.Validation.Tests.Unit.Contracts;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class RateOfGaugeTests
{
    private const string Mend = " | use delta or deriv for how fast a gauge changes; of a mean, divide the rates of the two counters that it is made of";

    [Theory]
    [InlineData("rate(redis_memory_used_bytes[5m]) > 1", "rules/r.yml:6:7 Error expression/rate-of-gauge A: rate is for counters, and redis_memory_used_bytes is a gauge: every fall of it counts as a reset, so that the value means nothing")]
    [InlineData("sum(increase({__name__=\"node_load1\"}[5m])) > 1", "rules/r.yml:6:11 Error expression/rate-of-gauge A: increase is for counters, and node_load1 is a gauge: every fall of it counts as a reset, so that the value means nothing")]
    public void A_rate_of_a_gauge_is_found(string expression, string finding) => CheckedText.OfExpression(new RateOfGauge(), expression).Should().Equal(finding + Mend);

    [Fact]
    public void So_is_one_that_only_the_strategy_knows() =>
        CheckedText.Say(new RateOfGauge(), CheckedText.Subject([SampleContracts.ServiceDown], ("rules/r.yml", ScrapedText.Alert("rate(pg_stat_statements_mean_exec_time_seconds[5m]) > 1")))).Should().ContainSingle();

    [Theory]
    [InlineData("rate(redis_keyspace_hits_total[5m]) > 1")]
    [InlineData("rate(http_request_duration_seconds_bucket[5m]) > 1")]
    [InlineData("delta(redis_memory_used_bytes[5m]) > 1")]
    // Their declared type is gauge, and they count.
    [InlineData("increase(redis_rdb_saves_total[5m]) > 1")]
    [InlineData("rate(redis_slowlog_last_id[5m]) > 1")]
    [InlineData("rate(node_vmstat_pgmajfault[5m]) > 1")]
    [InlineData("rate(checkout_queue_length[5m]) > 1")]
    [InlineData("rate(pg_stat_statements_mean_exec_time_seconds[5m]) > 1")]
    public void A_rate_of_a_counter_or_of_what_is_not_known_is_not(string expression) => CheckedText.OfExpression(new RateOfGauge(), expression).Should().BeEmpty();
}
