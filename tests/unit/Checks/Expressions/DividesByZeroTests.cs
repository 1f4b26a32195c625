using NovaCron.Validation.Assertions.Checks.Expressions;

namespace NovaCron.Validation.Tests.Unit.Checks.Expressions;

public sealed class DividesByZeroTests
{
    [Theory]
    [InlineData("container_memory_working_set_bytes{pod=~\"a.*\"} / container_spec_memory_limit_bytes{pod=~\"a.*\"} > 0.85", "rules/r.yml:6:56 Error expression/divides-by-zero A: container_spec_memory_limit_bytes is 0 for every container without a limit, and under Kubernetes for the sandbox of every pod, and a value divided by 0 is +Inf: > 0.85 holds for ever | select containers only, on both sides: container!=\"\", container!=\"POD\"; where some have no limit, divide by what is left of it: (… > 0)")]
    [InlineData("max by (pod) (container_memory_rss / container_spec_memory_limit_bytes * 100) >= 85", "rules/r.yml:6:44 Error expression/divides-by-zero A: container_spec_memory_limit_bytes is 0 for every container without a limit, and under Kubernetes for the sandbox of every pod, and a value divided by 0 is +Inf: >= 85 holds for ever | select containers only, on both sides: container!=\"\", container!=\"POD\"; where some have no limit, divide by what is left of it: (… > 0)")]
    [InlineData("redis_memory_used_bytes / redis_memory_max_bytes > 0.85", "rules/r.yml:6:33 Info expression/divides-by-zero A: redis_memory_max_bytes is 0 where maxmemory is not set, and a value divided by 0 is +Inf or no number | divide by (redis_memory_max_bytes > 0), so that there is no value then")]
    [InlineData("sum(rate(x{code=\"500\"}[5m])) / sum(rate(x[5m])) * 100 > 5", "rules/r.yml:6:38 Info expression/divides-by-zero A: while nothing is counted for 5m this is 0, and 0 divided by 0 is no number: the alert is silent then | if silence must not hide an outage, add an alert for too little traffic")]
    public void What_can_be_0_is_found(string expression, string finding) => CheckedText.OfExpression(new DividesByZero(), expression).Should().Equal(finding);

    [Theory]
    [InlineData("container_memory_working_set_bytes{container!=\"\", container!=\"POD\"} / container_spec_memory_limit_bytes{container!=\"\", container!=\"POD\"} > 0.85")]
    [InlineData("container_memory_working_set_bytes{container=\"api\"} / container_spec_memory_limit_bytes > 0.85")]
    [InlineData("container_memory_working_set_bytes / (container_spec_memory_limit_bytes > 0) > 0.85")]
    [InlineData("sum by (pod) (container_memory_working_set_bytes) / sum by (pod) (container_spec_memory_limit_bytes) > 0.85")]
    [InlineData("container_memory_working_set_bytes / container_spec_memory_limit_bytes < 0.1")]
    [InlineData("redis_memory_used_bytes / (redis_memory_max_bytes > 0) > 0.85")]
    [InlineData("redis_memory_used_bytes / redis_memory_max_bytes > 0.85 and redis_memory_max_bytes > 0")]
    [InlineData("redis_memory_used_bytes / redis_memory_max_bytes < 0.1")]
    [InlineData("1 - container_memory_rss / container_spec_memory_limit_bytes > 0.2")]
    [InlineData("redis_memory_used_bytes / 1024 > 0.85")]
    [InlineData("sum(rate(node_cpu_seconds_total{mode=\"idle\"}[5m])) / sum(rate(node_cpu_seconds_total[5m])) < 0.1")]
    [InlineData("rate(a_total[5m]) / rate(b_total[5m]) > 0.1")]
    [InlineData("a / b > 1")]
    public void What_is_not_known_to_be_is_not(string expression) => CheckedText.OfExpression(new DividesByZero(), expression).Should().BeEmpty();
}
